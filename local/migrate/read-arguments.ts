import { parseArgs } from 'node:util';

export interface MigrateArguments {
  /** The provinces that are meant; null for all. */
  codes: string[] | null;
  dryRun: boolean;
  concurrency: number;
}

export const USAGE = `Usage:
  npm run migrate -- --all              the registry, then every province's database
  npm run migrate -- CODE …             the registry, then these provinces

  --dry-run          say what would be applied, and write nothing
  --concurrency N    how many provinces at a time, 1 to 32; 4 unless told

  The databases are those of DATA_DIR (.data when it is not set), or those that CONTROL_DATABASE_URL, CONTROL_DATABASE_TOKEN
  and SECRET name. Run again, it goes on with what failed.`;

/** What was asked for, or a sentence about why that cannot be. */
export function readArguments(words: string[]): MigrateArguments | string {
  const options = {
    all: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    concurrency: { type: 'string', default: '4' },
  } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    return (error as Error).message;
  }
  const { values, positionals } = parsed;
  const concurrency = Number(values.concurrency);
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 32)
    return '--concurrency is a number from 1 to 32.';
  if (values.all === positionals.length > 0) return 'Say either --all or which provinces.';
  const wrong = positionals.find((code) => !/^\d{2}$/.test(code));
  if (wrong !== undefined) return `"${wrong}" is no province's code of two digits.`;
  return { codes: values.all ? null : positionals, dryRun: values['dry-run'], concurrency };
}
