import { compileForm } from '../expression/form/compile.ts';
import type { CompiledForm } from '../expression/form/scope.ts';
import { parseChecked } from '../expression/parse-checked.ts';
import { referencesOf } from '../expression/references.ts';

/** A form-mode expression made ready to run, with the questions it reads. */
export interface FormRule {
  run: CompiledForm;
  names: readonly string[];
}

/** @throws when the source does not parse: the definition was not checked. */
export function compileRule(source: string): FormRule {
  const ast = parseChecked(source);
  return { run: compileForm(ast), names: [...referencesOf(ast)] };
}
