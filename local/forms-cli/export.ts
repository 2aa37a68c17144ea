import { language, readArguments } from './arguments.ts';
import { type Command, exitCodes } from './command.ts';
import { writeBytes } from './files.ts';
import { formatOf } from './formats.ts';
import { openForm } from './open-form.ts';
import { showIssue } from './show-issue.ts';

export const exportForm: Command = {
  usage: 'TEMPLATE|FILE FILE.json|FILE.xlsx [--language vi]',
  summary: 'writes a form to a file, in the format that its name ends in; a form with errors is not written',
  async run(args, { out, err }) {
    const { words, options } = readArguments(args, { language }, [2, 2]);
    const [name = '', path = ''] = words;
    const format = formatOf(path);
    const { definition, issues, json } = await openForm(name);
    for (const issue of issues) err(showIssue(issue, { ...options, json }));
    if (!definition) return exitCodes.problems;
    await writeBytes(path, await format.write(definition));
    out(`${path} is written.`);
    return exitCodes.ok;
  },
};
