import { readFileSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { BackupError } from './format.ts';
import { type Place, placeFromEnvironment } from './place.ts';

export interface Output {
  out(text: string): void;
  err(text: string): void;
}

export interface Surroundings {
  env: NodeJS.ProcessEnv;
  output: Output;
  /** The databases to work on; those of the environment unless told. */
  place?: Place;
}

/** 0 all is done, 1 something was refused or failed, 2 the command was not understood. */
export type ExitCode = 0 | 1 | 2;

export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

export function words<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** The passphrase, from a file or the environment: on the command line every user of the machine could read it. */
export function passphraseOf(env: NodeJS.ProcessEnv, file: string | undefined): string | null {
  if (file === undefined) return env.BACKUP_PASSPHRASE || null;
  const passphrase = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  if (passphrase === '') throw new BackupError(`${file} holds no passphrase.`);
  return passphrase;
}

/** Runs a command; whatever an operator may do wrong, and whatever a database or disk refuses, is a sentence and an exit code. */
export async function running(
  { env, output, place: given }: Surroundings,
  usage: string,
  run: (place: () => Place) => Promise<ExitCode>,
): Promise<ExitCode> {
  let opened: Place | undefined;
  const place = () => {
    opened ??= given ?? placeFromEnvironment(env);
    return opened;
  };
  try {
    return await run(place);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    output.err(error instanceof UsageError ? `${message}\n\n${usage}` : message);
    return error instanceof UsageError ? 2 : 1;
  } finally {
    if (!given) opened?.close();
  }
}

export const size = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
