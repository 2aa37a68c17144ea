import { UsageError } from './command.ts';

/** The values that an option may have, the first being what it is when it is not given. */
type Choices = readonly [string, ...string[]];

export interface Arguments<Options extends Readonly<Record<string, Choices>>> {
  words: string[];
  options: { [Name in keyof Options]: Options[Name][number] };
}

/**
 * Parts options (`--mode score`, `--mode=score`) from words. Only `--` with a letter starts an option, because an expression may
 * start with a minus sign.
 *
 * @throws UsageError when an option or its value does not exist, or there are fewer or more words than `least` to `most`.
 */
export function readArguments<const Options extends Readonly<Record<string, Choices>>>(
  args: readonly string[],
  known: Options,
  [least, most]: readonly [least: number, most: number],
): Arguments<Options> {
  const words: string[] = [];
  const options: Record<string, string> = {};
  for (const [name, [usual]] of Object.entries(known)) options[name] = usual;
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, name, inline] = /^--([a-z-]+)(?:=(.*))?$/.exec(word) ?? [];
    if (name === undefined) {
      words.push(word);
      continue;
    }
    const choices = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!choices) throw new UsageError(`There is no option --${name}.`);
    const value = inline ?? rest.shift();
    if (value === undefined || !choices.includes(value)) {
      throw new UsageError(`--${name} is one of ${choices.join(', ')}.`);
    }
    options[name] = value;
  }
  if (words.length < least) throw new UsageError('Something is missing.');
  if (words.length > most) throw new UsageError(`"${words[most]}" is one word too many. Is the expression in quotes?`);
  return { words, options: options as Arguments<Options>['options'] };
}

/** The languages of messages. */
export const language = ['en', 'vi'] as const;
