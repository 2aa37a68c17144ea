/**
 * The file of a backup, version 1. It can be read without this program:
 *
 *     DIA-BAN-BACKUP 1                                      a line
 *     {"kind":"province","province":{…},"tables":[…],…}     a line of JSON: `Header`
 *     payload                                               gzip; where the header names an encryption, sealed (sealing.ts)
 *     SHA-256 9f86d081…                                     a line before which there is one too: of every byte before that one
 *
 * The payload is a line of JSON each: first `{"schema": [...]}` with the SQL of every table, index, view and trigger as the
 * database keeps it; then for each table `{"table": "units", "columns": ["rowid", …]}`, one array for each row, and
 * `{"end": "units", "rows": 3, "sha256": "…"}` over its rows' lines. A number without point or exponent is an INTEGER of up to
 * 64 bits, one with them a REAL; `{"base64": "…"}` is a BLOB.
 *
 * The last line finds damage, not forgery: who may write the file can write another hash. A sealed file finds both.
 */
export const MAGIC = 'DIA-BAN-BACKUP 1\n';

export interface Encryption {
  cipher: 'aes-256-gcm';
  kdf: 'scrypt';
  /** The cost of scrypt: N, r, p. */
  cost: [number, number, number];
  /** 16 random bytes in base64; each file has its own, and so a key of its own. */
  salt: string;
}

export interface Header {
  kind: 'province' | 'control';
  /** Whose database it is; null for the registry. */
  province: { code: string; name: string } | null;
  /** When the state that the file holds was read. */
  madeAt: string;
  /** The migrations that the database had, in the order of application. */
  migrations: string[];
  tables: { name: string; rows: number }[];
  /** Tables of which only the shape is in the file, because their rows are good for one server only. */
  leftOut: string[];
  /**
   * Names the worker's secret without telling it: PINs, sealed tokens and second factors are of use under that secret only.
   * Null where the secret was not known.
   */
  secret: string | null;
  encryption: Encryption | null;
}

export interface SchemaObject {
  type: 'table' | 'index' | 'view' | 'trigger';
  name: string;
  sql: string;
}

/** A value of a row as the database has it; integers are always `bigint`, so `number` means REAL. */
export type Value = null | bigint | number | string | ArrayBuffer;

export type Line =
  | { schema: SchemaObject[] }
  | { table: string; columns: string[] }
  | { row: Value[] }
  | { end: string; rows: number; sha256: string };

/** What is wrong with a file, or with the place it is to go to, in a sentence for the operator. */
export class BackupError extends Error {}
