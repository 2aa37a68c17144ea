import type { Outcome } from '../../worker/provinces/migrate-fleet.ts';

/** Where lines go, and whether somebody looks on at a terminal. */
export interface Screen {
  write(text: string): void;
  isTTY: boolean;
}

const WIDTH = 30;

/** One line that fills up, `[#####.....] 12/34 Lai Châu`. */
export function bar(done: number, all: number, name: string): string {
  const full = all === 0 ? WIDTH : Math.round((done / all) * WIDTH);
  return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${done}/${all} ${name}`;
}

/** What became of a province, in a line. */
export function line({ code, name, applied, reason }: Outcome, dryRun: boolean): string {
  if (reason !== null) return `${code} ${name}: failed: ${reason}`;
  if (applied.length === 0) return `${code} ${name}: up to date`;
  return `${code} ${name}: ${dryRun ? 'would apply' : 'applied'} ${applied.join(', ')}`;
}

/** Shows each outcome as it comes: a bar on a terminal, under which failures stay; a line each where a program reads along. */
export function progress(screen: Screen, dryRun: boolean) {
  return (outcome: Outcome, done: number, all: number): void => {
    if (!screen.isTTY) {
      screen.write(`${line(outcome, dryRun)}\n`);
      return;
    }
    if (outcome.reason !== null) screen.write(`\r\x1b[K${line(outcome, dryRun)}\n`);
    screen.write(`\r\x1b[K${bar(done, all, outcome.name)}${done === all ? '\n' : ''}`);
  };
}
