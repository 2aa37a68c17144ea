import { templates } from '../../forms/index.ts';
import { type ExitCode, exitCodes, type Output, UsageError } from './command.ts';
import { commands } from './commands.ts';

/** Runs one command: `check form.json`. Whatever a person may do wrong ends in a message and an exit code, not in an exception. */
export async function runFormsCli(args: readonly string[], output: Output): Promise<ExitCode> {
  const [name = '', ...rest] = args;
  if (name === 'help' || name === '--help') {
    output.out(help());
    return exitCodes.ok;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    output.err(`${name === '' ? 'Which command?' : `There is no command "${name}".`}\n\n${help()}`);
    return exitCodes.usage;
  }
  try {
    return await command.run(rest, output);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    output.err(`${error.message}\n\nUsage: npm run forms -- ${name} ${command.usage}`);
    return exitCodes.usage;
  }
}

function help(): string {
  const lines = Object.entries(commands).map(
    ([name, { usage, summary }]) => `  npm run forms -- ${name} ${usage}\n      ${summary}`,
  );
  return `Usage:
${lines.join('\n')}

  Put an expression in single quotes. --language vi gives messages in Vietnamese.
  Templates: ${Object.keys(templates).join(', ')}.
  Exit codes: 0 all is well, 1 something is wrong with the form or expression, 2 the command was not understood.`;
}
