import { check } from './check.ts';
import type { Command } from './command.ts';
import { diff } from './diff.ts';
import { evaluate } from './eval.ts';
import { exportForm } from './export.ts';
import { importForm } from './import.ts';
import { print } from './print.ts';

/** Every command, by the name that it is called by. */
export const commands: Readonly<Record<string, Command>> = {
  check,
  eval: evaluate,
  print,
  export: exportForm,
  import: importForm,
  diff,
};
