import { language, readArguments } from './arguments.ts';
import { type Command, exitCodes } from './command.ts';
import { openForm } from './open-form.ts';
import { countIssues, showIssue } from './show-issue.ts';

export const check: Command = {
  usage: 'FILE|TEMPLATE [--language vi]',
  summary: 'says everything that is wrong with a form; warnings alone leave the exit code 0',
  async run(args, { out, err }) {
    const { words, options } = readArguments(args, { language }, [1, 1]);
    const [name = ''] = words;
    const { definition, issues, json } = await openForm(name);
    for (const issue of issues) err(showIssue(issue, { ...options, json }));
    out(`${name}: ${countIssues(issues)}`);
    return definition ? exitCodes.ok : exitCodes.problems;
  },
};
