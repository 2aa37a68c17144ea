import { randomBytes } from 'node:crypto';
import type { DatabaseFile } from './database-file.ts';
import { ProtocolError } from './errors.ts';
import { Stream } from './stream.ts';

export interface StreamTimes {
  /** How long a stream may stay unused before it is rolled back and closed, in milliseconds; 10,000. */
  idleMs?: number;
  /**
   * The same while the stream keeps other writers waiting, in milliseconds; 4,000. Shorter than a writer's wait, so
   * that a client which vanishes inside a transaction delays the next writer but never makes it fail.
   */
  writerIdleMs?: number;
}

interface Parked {
  stream: Stream;
  expiry: NodeJS.Timeout;
}

/**
 * The streams that wait for their client's next request, each under its baton. A baton is a random key that is good
 * for one request: nobody can guess one, and a client cannot send two requests on one stream at a time.
 */
export class Streams {
  readonly #idleMs: number;
  readonly #writerIdleMs: number;
  readonly #parked = new Map<string, Parked>();
  readonly #active = new Set<Stream>();

  constructor(times: StreamTimes = {}) {
    this.#idleMs = times.idleMs ?? 10_000;
    this.#writerIdleMs = times.writerIdleMs ?? 4000;
  }

  /**
   * The stream of a baton, or a new one without.
   * Throws `BATON_INVALID` for a baton that was never given, was used before, belongs to another database, or whose
   * stream has expired.
   */
  take(database: DatabaseFile, baton: string | null | undefined): Stream {
    const stream = baton == null ? new Stream(database) : this.#unpark(database, baton);
    this.#active.add(stream);
    return stream;
  }

  /** Keeps the stream for the next request, and gives the baton to ask for; null if the stream is closed. */
  park(stream: Stream): string | null {
    this.#active.delete(stream);
    if (stream.isClosed) return null;
    const baton = randomBytes(24).toString('base64url');
    const expire = () => {
      this.#parked.delete(baton);
      stream.close();
    };
    const expiry = setTimeout(expire, stream.holdsTurn ? this.#writerIdleMs : this.#idleMs);
    this.#parked.set(baton, { stream, expiry });
    return baton;
  }

  /** Closes a stream whose client broke the protocol. */
  drop(stream: Stream): void {
    this.#active.delete(stream);
    stream.close();
  }

  closeAll(): void {
    for (const { stream, expiry } of this.#parked.values()) {
      clearTimeout(expiry);
      stream.close();
    }
    this.#parked.clear();
    for (const stream of this.#active) stream.close();
    this.#active.clear();
  }

  #unpark(database: DatabaseFile, baton: string): Stream {
    const parked = this.#parked.get(baton);
    if (!parked || parked.stream.database !== database) {
      throw new ProtocolError('The baton is unknown, was used before, or its stream has expired', 'BATON_INVALID');
    }
    clearTimeout(parked.expiry);
    this.#parked.delete(baton);
    return parked.stream;
  }
}
