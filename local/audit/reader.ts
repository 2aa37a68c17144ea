import type { LoggedEvent } from '../../worker/audit/chain.ts';

/** Reads events one by one, looking one ahead. */
export class Reader {
  readonly #events: AsyncIterator<LoggedEvent>;
  #ahead: IteratorResult<LoggedEvent> | null = null;
  count = 0;

  constructor(events: AsyncIterable<LoggedEvent>) {
    this.#events = events[Symbol.asyncIterator]();
  }

  async peek(): Promise<LoggedEvent | null> {
    this.#ahead ??= await this.#events.next();
    return this.#ahead.done ? null : this.#ahead.value;
  }

  async take(): Promise<LoggedEvent | null> {
    const event = await this.peek();
    if (event) {
      this.count += 1;
      this.#ahead = null;
    }
    return event;
  }
}
