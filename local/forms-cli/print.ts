import { parseExpression, printExpression } from '../../forms/index.ts';
import { language, readArguments } from './arguments.ts';
import { type Command, exitCodes } from './command.ts';
import { showIssue } from './show-issue.ts';

export const print: Command = {
  usage: "'EXPRESSION' [--language vi]",
  summary: 'writes an expression in the usual way: single spaces, and no parentheses but those it needs',
  async run(args, { out, err }) {
    const { words, options } = readArguments(args, { language }, [1, 1]);
    const [source = ''] = words;
    const { ast, issues } = parseExpression(source);
    for (const issue of issues) err(showIssue(issue, { ...options, json: source }));
    if (!ast) return exitCodes.problems;
    out(printExpression(ast));
    return exitCodes.ok;
  },
};
