import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { StatementError } from './errors.ts';
import { WriterQueue } from './writer-queue.ts';

export type Connection = Database.Database;

export interface DatabaseFileOptions {
  /** `FULL` (the default) makes a commit durable against a power cut; `NORMAL` only against a crash of the process. */
  synchronous?: 'FULL' | 'NORMAL';
  /** How long a writer waits for its turn before it is refused with `SQLITE_BUSY`, in milliseconds; 5,000. */
  writerWaitMs?: number;
}

/**
 * For a lock that another process holds on the file. Short, because waiting for it stops every other request; writers
 * of this process wait in the queue instead.
 */
const OTHER_PROCESS_WAIT_MS = 1000;

/** One database: its file, the connections to it that are free, and the queue of its writers. */
export class DatabaseFile {
  readonly name: string;
  readonly writers: WriterQueue;
  readonly #path: string;
  readonly #synchronous: string;
  readonly #free: Connection[] = [];

  constructor(name: string, path: string, options: DatabaseFileOptions = {}) {
    this.name = name;
    this.writers = new WriterQueue(options.writerWaitMs ?? 5000);
    this.#path = path;
    this.#synchronous = options.synchronous ?? 'FULL';
  }

  /** A connection outside any transaction; the file is created when it is missing. */
  take(): Connection {
    return this.#free.pop() ?? this.#open();
  }

  /** Takes a connection back: it must be outside any transaction, and with settings as `take` gave them. */
  giveBack(connection: Connection): void {
    this.#free.push(connection);
  }

  /** Closes the free connections and empties the write-ahead log, so that the file alone holds the database. */
  close(): void {
    try {
      this.#free.at(-1)?.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // The log stays, and is read when the file is next opened.
    }
    for (const connection of this.#free.splice(0)) connection.close();
  }

  #open(): Connection {
    try {
      mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
      const connection = new Database(this.#path);
      connection.exec(`PRAGMA busy_timeout = ${OTHER_PROCESS_WAIT_MS}`);
      connection.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${this.#synchronous}; PRAGMA foreign_keys = ON`);
      connection.defaultSafeIntegers(true);
      return connection;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new StatementError(`The database ${this.name} cannot be opened: ${reason}`, 'SQLITE_CANTOPEN');
    }
  }
}
