import type { Issue } from '../issue.ts';
import { questionTypeEntries } from '../questions/registry.ts';
import { isBlank } from '../value.ts';
import { staticDefault } from './default-value.ts';
import { definitionError, definitionWarning } from './definition-issue.ts';
import type { FormDefinition, Question } from './schema.ts';

const numberKeys = ['start', 'end', 'step', 'min', 'max'];

/**
 * Whether each question has what its type needs: a calculation, parameters that leave room for an answer, and a default that
 * is one (the warning `invalid_default`, because a response simply starts without it). A default that is an expression is
 * judged as an expression.
 */
export function checkQuestions(definition: FormDefinition): Issue[] {
  return definition.sections.flatMap((section, s) =>
    section.questions.flatMap((question, q) => {
      const path = `sections.${s}.questions.${q}`;
      return [
        ...checkCalculation(question, path),
        ...checkParameters(question, `${path}.parameters`),
        ...checkDefault(question, definition, `${path}.default`),
      ];
    }),
  );
}

function checkCalculation({ type, name, calculation }: Question, path: string): Issue[] {
  if (type !== 'calculate' || calculation !== undefined) return [];
  return [
    definitionError(
      'calculation_missing',
      `${path}.calculation`,
      `Câu “${name}” là phép tính nhưng chưa có công thức.`,
      `“${name}” is a calculation without a formula.`,
    ),
  ];
}

function checkParameters(question: Question, path: string): Issue[] {
  const { start, end, step, min, max } = question.parameters ?? {};
  const notNumbers = numberKeys.flatMap((key) => {
    const text = question.parameters?.[key];
    return text === undefined || /^-?\d+(\.\d+)?$/.test(text) ? [] : [notANumber(key, `${path}.${key}`)];
  });
  if (notNumbers.length > 0) return notNumbers;
  if (question.type === 'range' && (start === undefined || end === undefined)) {
    return [
      definitionError('missing', path, 'Câu hỏi khoảng cần “start” và “end”.', 'A range needs “start” and “end”.'),
    ];
  }
  const [least, greatest] = question.type === 'range' ? [start, end] : [min ?? '0', max];
  const backwards = least !== undefined && greatest !== undefined && Number(least) > Number(greatest);
  return backwards || (step !== undefined && Number(step) <= 0) ? [noRoom(path)] : [];
}

function checkDefault(question: Question, { choices }: FormDefinition, path: string): Issue[] {
  const value = staticDefault(question);
  // A calculation is never blank for want of a default, and nobody answers a note.
  if (isBlank(value) || question.type === 'calculate' || question.type === 'note') return [];
  const list = question.choices !== undefined && Object.hasOwn(choices, question.choices) && choices[question.choices];
  const names = new Set((list || []).map(({ name }) => name));
  const issue = questionTypeEntries[question.type].validate(value, question, names);
  if (!issue) return [];
  return [
    definitionWarning(
      'invalid_default',
      path,
      `Giá trị mặc định của câu “${question.name}” không dùng được. ${issue.message.vi}`,
      `The default of “${question.name}” cannot be an answer to it. ${issue.message.en}`,
    ),
  ];
}

function notANumber(key: string, path: string): Issue {
  return definitionError(
    'invalid_parameter',
    path,
    `Tham số “${key}” phải là một số, dùng dấu chấm cho phần lẻ.`,
    `The parameter “${key}” has to be a number with a decimal point.`,
  );
}

function noRoom(path: string): Issue {
  return definitionError(
    'invalid_parameter',
    path,
    'Các tham số này không để lại giá trị nào để trả lời.',
    'These parameters leave no value to answer with.',
  );
}
