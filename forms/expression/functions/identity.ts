import type { Expr } from '../ast.ts';
import { type DigestAlgorithm, type DigestEncoding, digestAlgorithms, digestEncodings } from '../form/scope.ts';
import { toNumber, toText } from '../form/value.ts';
import { faults } from '../messages.ts';
import type { ArgumentFault, FunctionEntry } from './entry.ts';

/** More characters than any key needs. */
const MAX_LENGTH = 1000;

/** Functions that tell one thing from another. */
export const identityFunctions: FunctionEntry[] = [
  {
    name: 'uuid',
    parameters: { required: [], optional: ['number'] },
    argumentNames: ['length'],
    returns: 'string',
    form: ([length]) => {
      return (scope) => {
        const fresh = () => scope.uuid?.() ?? '';
        return length ? characters(Math.trunc(toNumber(length(scope))), fresh) : fresh();
      };
    },
  },
  {
    name: 'digest',
    parameters: { required: ['any', 'string'], optional: ['string'] },
    argumentNames: ['text', 'algorithm', 'encoding'],
    returns: 'string',
    check: ([, algorithm, encoding]) => [
      ...unknownLiteral(algorithm, digestAlgorithms),
      ...unknownLiteral(encoding, digestEncodings),
    ],
    form: ([text, algorithm, encoding]) => {
      return (scope) => {
        const by = toText(algorithm!(scope)) as DigestAlgorithm;
        const as = (encoding ? toText(encoding(scope)) : 'base64') as DigestEncoding;
        if (!digestAlgorithms.includes(by) || !digestEncodings.includes(as)) return '';
        return scope.digest?.(toText(text!(scope)), by, as) ?? '';
      };
    },
  },
  {
    name: 'position',
    parameters: { required: [], optional: ['any'] },
    argumentNames: ['..'],
    returns: 'number',
    check: ([node]) =>
      node && node.kind !== 'parent' ? [{ fault: faults.positionArgument(), range: node.range }] : [],
    form: () => (scope) => scope.position ?? '',
  },
];

/** A UUID has 32 digits, of which a few are the same in all. */
function characters(length: number, uuid: () => string): string {
  if (!(length >= 1 && length <= MAX_LENGTH)) return '';
  const uuids = Array.from({ length: Math.ceil(length / 32) }, () => uuid().replaceAll('-', ''));
  return uuids.join('').slice(0, length);
}

function unknownLiteral(arg: Expr | undefined, known: readonly string[]): ArgumentFault[] {
  if (arg?.kind !== 'string' || known.includes(arg.value)) return [];
  return [{ fault: faults.digestUnsupported(arg.value, known), range: arg.range }];
}
