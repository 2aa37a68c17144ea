import { dependencyOrder } from '../answers/dependency-order.ts';
import { expressionKind } from '../expression/check.ts';
import type { NameInfo, ValueKind } from '../expression/kind.ts';
import { parseExpression } from '../expression/parse.ts';
import { referencesOf } from '../expression/references.ts';
import { questionTypeEntries } from '../questions/registry.ts';
import type { Attribute, FormDefinition, Level, Question } from './schema.ts';

export type Names = ReadonlyMap<string, NameInfo>;

/** What expressions may refer to, and of which kind it is. */
export interface KnownNames {
  /** The questions of one level: all that a form expression reads. */
  form: Record<Level, Names>;
  /** The questions of both levels, the attributes and the calculations. */
  score: Names;
}

export function knownNames(definition: FormDefinition): KnownNames {
  const form = { commune: questionNames(definition, 'commune'), village: questionNames(definition, 'village') };
  const score = new Map<string, NameInfo>([...form.village, ...form.commune]);
  for (const { name, type } of definition.attributes)
    score.set(name, { kind: attributeKind(type), level: 'attribute' });
  for (const { name, expression } of definition.calculations) {
    score.set(name, { kind: kindOf(expression, score), level: 'calculation' });
  }
  return { form, score };
}

function questionNames(definition: FormDefinition, level: Level): Map<string, NameInfo> {
  const names = new Map<string, NameInfo>();
  const worked: { name: string; reads: string[]; calculation: string }[] = [];
  for (const section of definition.sections) {
    if (section.level !== level) continue;
    for (const question of section.questions) {
      // A note never has a value, so nothing can refer to it.
      if (question.type === 'note') continue;
      const { name, calculation } = question;
      names.set(name, { kind: questionKind(question, definition), level });
      if (question.type === 'calculate' && calculation !== undefined) {
        worked.push({ name, reads: readsOf(calculation), calculation });
      }
    }
  }
  const byName = new Map(worked.map((one) => [one.name, one.calculation]));
  for (const name of dependencyOrder(worked).names) {
    names.set(name, { kind: kindOf(byName.get(name)!, names), level });
  }
  return names;
}

function questionKind({ type, choices }: Question, definition: FormDefinition): ValueKind {
  if (type !== 'select_one') return questionTypeEntries[type].kind ?? 'any';
  // Numerals as choice names may rightly be compared with numbers and with text.
  const list = (choices !== undefined && definition.choices[choices]) || [];
  return list.some(({ name }) => /^\d+$/.test(name)) ? 'any' : 'string';
}

function attributeKind(type: Attribute['type']): ValueKind {
  return type === 'number' ? 'number' : 'string';
}

function kindOf(source: string, names: Names): ValueKind {
  const { ast } = parseExpression(source);
  return ast ? expressionKind(ast, names) : 'any';
}

function readsOf(source: string): string[] {
  const { ast } = parseExpression(source);
  return ast ? [...referencesOf(ast)] : [];
}
