import { parseExpression } from '../expression/parse.ts';
import { printExpression } from '../expression/print.ts';
import { referencesOf, renameReference } from '../expression/references.ts';
import type { Labels } from '../issue.ts';
import { placeholder } from '../label.ts';
import { mapExpressions } from './map-expressions.ts';
import type { FormDefinition } from './schema.ts';

/**
 * The same form with questions, attributes or calculations called otherwise, in every expression and message that reads them
 * too. All at once, so that two may change names. An expression that mentions none stays as it is written; one that does not
 * parse stays as well.
 *
 * @param names the new name by the old one.
 */
export function renameQuestions(definition: FormDefinition, names: ReadonlyMap<string, string>): FormDefinition {
  if (names.size === 0) return definition;
  const named = <T extends { name: string }>(item: T): T => ({ ...item, name: names.get(item.name) ?? item.name });
  const { sections, attributes, calculations, checks, ...rest } = mapExpressions(definition, (source) =>
    renamedIn(source, names),
  );
  return {
    ...rest,
    sections: sections.map((section) => ({
      ...section,
      questions: section.questions.map(({ constraint_message, required_message, ...question }) => ({
        ...named(question),
        ...(constraint_message && { constraint_message: renamedText(constraint_message, names) }),
        ...(required_message && { required_message: renamedText(required_message, names) }),
      })),
    })),
    attributes: attributes.map(named),
    calculations: calculations.map(named),
    checks: checks.map((check) => ({ ...check, message: renamedText(check.message, names) })),
  };
}

function renamedIn(source: string, names: ReadonlyMap<string, string>): string {
  const { ast } = parseExpression(source);
  const read = ast ? [...referencesOf(ast)].filter((name) => names.has(name)) : [];
  if (!ast || read.length === 0) return source;
  // By way of names that nothing else has, or `a` → `b` and `b` → `a` would make one of two.
  const passing = read.reduce((tree, name, i) => renameReference(tree, name, `_${i}_${name}`), ast);
  return printExpression(
    read.reduce((tree, name, i) => renameReference(tree, `_${i}_${name}`, names.get(name)!), passing),
  );
}

function renamedText(labels: Labels, names: ReadonlyMap<string, string>): Labels {
  const renamed = (text: string) =>
    text.replace(placeholder, (whole, name: string) => (names.has(name) ? `\${${names.get(name)}}` : whole));
  return Object.fromEntries(Object.entries(labels).map(([language, text]) => [language, renamed(text)]));
}
