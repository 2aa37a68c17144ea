/** A piece of work, called with a running number so that it need not do the same every time. */
export type Work = (turn: number) => unknown;

/**
 * Microseconds per call of each piece of work: all warmed up, then measured by turns in many short rounds, so that whatever
 * else the machine does falls on all alike; the median round counts.
 */
export function microseconds<Name extends string>(
  work: Record<Name, Work>,
  { rounds = 21, roundMs = 40, batch = 16 } = {},
): Record<Name, number> {
  const entries = Object.entries<Work>(work);
  const times = new Map(entries.map(([name]) => [name, [] as number[]]));
  for (let round = -3; round < rounds; round++) {
    for (const [name, run] of entries) {
      const time = timed(run, roundMs, batch);
      if (round >= 0) times.get(name)!.push(time);
    }
  }
  return Object.fromEntries([...times].map(([name, all]) => [name, median(all)])) as Record<Name, number>;
}

/** The clock is read once in a batch of turns, or it would be part of what is measured. */
function timed(run: Work, roundMs: number, batch: number): number {
  const start = performance.now();
  let turn = 0;
  let elapsed = 0;
  do {
    for (let i = 0; i < batch; i++) run(turn++);
    elapsed = performance.now() - start;
  } while (elapsed < roundMs);
  return (elapsed * 1000) / turn;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
