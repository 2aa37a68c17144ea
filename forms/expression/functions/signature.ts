import type { FunctionEntry, Parameters } from './entry.ts';

/** How a call is written: `round(number, places?)`, `checklist(min, max, condition, …)`; `..` is no name but a sign. */
export function signatureOf({ name, parameters, argumentNames = [] }: FunctionEntry): string {
  const { required, optional = [], rest = [] } = parameters;
  const wanted = argumentNames.slice(0, required.length);
  const extra = argumentNames
    .slice(required.length, required.length + optional.length)
    .map((arg) => (arg === '..' ? arg : `${arg}?`));
  const group = argumentNames.slice(required.length + optional.length);
  const fixed = [...wanted, ...extra];
  // What may be repeated is not written twice: `sum(number, …)`, not `sum(number, number, …)`.
  const repeats = group.length > 0 && fixed.slice(-group.length).join() === group.join();
  return `${name}(${[...fixed, ...(repeats ? [] : group), ...(rest.length > 0 ? ['…'] : [])].join(', ')})`;
}

/** How many arguments a function takes, in words. */
export function countsOf({ required, optional = [], rest = [] }: Parameters): { vi: string; en: string } {
  const least = required.length;
  const most = least + optional.length;
  const en = least === 1 && most === 1 ? 'argument' : 'arguments';
  if (rest.length === 1) return { vi: `ít nhất ${least} đối số`, en: `at least ${least} ${en}` };
  if (rest.length > 1) {
    return {
      vi: `${least} đối số rồi từng nhóm ${rest.length}`,
      en: `${least} ${en} and then groups of ${rest.length}`,
    };
  }
  if (least < most) return { vi: `từ ${least} đến ${most} đối số`, en: `${least} to ${most} ${en}` };
  return least === 0 ? { vi: '0 đối số', en: 'no arguments' } : { vi: `${least} đối số`, en: `${least} ${en}` };
}
