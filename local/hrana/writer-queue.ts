import { busy } from './errors.ts';

/** Gives the turn to the next writer. Calling it again does nothing. */
export type EndTurn = () => void;

interface Waiter {
  start(): void;
}

/**
 * One writer at a time for one database, first come first served.
 *
 * SQLite has a write lock of its own, but the native library waits for it synchronously: two transactions of this
 * process that wait for each other there would stop the event loop for ever. So whoever means to write waits here,
 * asynchronously, and never meets a lock that this process holds.
 */
export class WriterQueue {
  readonly #waitMs: number;
  readonly #waiters: Waiter[] = [];
  #taken = false;

  /** @param waitMs how long a writer waits for its turn before it is refused, in milliseconds */
  constructor(waitMs: number) {
    this.#waitMs = waitMs;
  }

  /** Resolves when it is the caller's turn; rejects with `SQLITE_BUSY` when that takes too long. */
  take(): Promise<EndTurn> {
    if (!this.#taken) return Promise.resolve(this.#begin());
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        start: () => {
          clearTimeout(timer);
          resolve(this.#begin());
        },
      };
      const timer = setTimeout(() => {
        this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
        reject(busy());
      }, this.#waitMs);
      this.#waiters.push(waiter);
    });
  }

  #begin(): EndTurn {
    this.#taken = true;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.#taken = false;
      this.#waiters.shift()?.start();
    };
  }
}
