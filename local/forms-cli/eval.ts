import { evaluateExpression } from '../../forms/index.ts';
import { language, readArguments } from './arguments.ts';
import { type Command, exitCodes } from './command.ts';
import { readValues } from './read-values.ts';
import { showIssue } from './show-issue.ts';
import { machineSources } from './sources.ts';

const mode = ['form', 'score'] as const;

export const evaluate: Command = {
  usage: "'EXPRESSION' [VALUES.json] [--mode form|score] [--language vi]",
  summary: 'works out an expression; VALUES.json has the answers by name, in score mode a list for villages',
  async run(args, { out, err }) {
    const { words, options } = readArguments(args, { mode, language }, [1, 2]);
    const [source = '', file] = words;
    const values = file === undefined ? {} : await readValues(file);
    const { value, issues } = evaluateExpression(source, { mode: options.mode, values, sources: machineSources });
    for (const issue of issues) err(showIssue(issue, { ...options, json: source }));
    if (issues.some(({ severity }) => severity === 'error')) return exitCodes.problems;
    // The engine has no other word for either: JSON knows neither NaN nor a value that is still open.
    if (value === null) out(options.mode === 'score' ? 'undetermined' : 'no number');
    else out(JSON.stringify(value));
    return exitCodes.ok;
  },
};
