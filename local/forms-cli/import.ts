import { language, readArguments } from './arguments.ts';
import { type Command, exitCodes } from './command.ts';
import { readBytes, writeBytes } from './files.ts';
import { formatOf } from './formats.ts';
import { countIssues, showIssue } from './show-issue.ts';

export const importForm: Command = {
  usage: 'FILE.xlsx [FILE.json] [--language vi]',
  summary: 'reads a form from a spreadsheet; writes its definition to a file, or shows it',
  async run(args, { out, err }) {
    const { words, options } = readArguments(args, { language }, [1, 2]);
    const [from = '', to] = words;
    const { definition, issues } = await formatOf(from).read(await readBytes(from));
    for (const issue of issues) err(showIssue(issue, options));
    if (!definition) {
      err(`${from}: ${countIssues(issues)}`);
      return exitCodes.problems;
    }
    if (to === undefined) {
      out(JSON.stringify(definition, null, 2));
      return exitCodes.ok;
    }
    await writeBytes(to, await formatOf(to).write(definition));
    out(`${to} is written.`);
    return exitCodes.ok;
  },
};
