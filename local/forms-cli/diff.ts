import { consequencesOf, diffDefinitions } from '../../forms/index.ts';
import { language, readArguments } from './arguments.ts';
import { type Command, exitCodes } from './command.ts';
import { openForm } from './open-form.ts';
import { showIssue } from './show-issue.ts';

export const diff: Command = {
  usage: 'FILE|TEMPLATE FILE|TEMPLATE [--language vi]',
  summary: 'says what changed from the first form to the second, and what follows from it',
  async run(args, { out, err }) {
    const { words, options } = readArguments(args, { language }, [2, 2]);
    const [before, after] = await Promise.all(words.map(openForm));
    for (const form of [before!, after!]) {
      if (form.definition) continue;
      for (const issue of form.issues) err(showIssue(issue, { ...options, json: form.json }));
      return exitCodes.problems;
    }
    const changes = diffDefinitions(before!.definition!, after!.definition!);
    if (changes.length === 0) out('No differences.');
    for (const { message, severity } of changes)
      out(`${severity === 'meaning' ? '!' : ' '} ${message[options.language]}`);
    const consequences = consequencesOf(changes);
    if (consequences.length > 0) out('');
    for (const sentence of consequences) out(sentence[options.language]);
    return exitCodes.ok;
  },
};
