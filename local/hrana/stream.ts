import { evaluateCondition } from './batch-condition.ts';
import type { Connection, DatabaseFile } from './database-file.ts';
import { ProtocolError, StatementError, toStatementError } from './errors.ts';
import type {
  BatchRequest,
  BatchResult,
  DescribeResult,
  SqlReference,
  StatementRequest,
  StatementResult,
} from './protocol.ts';
import { readSql, type SqlStatement } from './sql-text.ts';
import { describeStatement, runStatement } from './statement.ts';
import type { EndTurn } from './writer-queue.ts';

/** The limits of sqld; the client stays within them, with at most 30 texts below 5,000 characters. */
const STORED_TEXTS = 50;
const STORED_LENGTH = 5000;

const WITHOUT_ARGUMENTS = { args: [], named_args: [], want_rows: false };

/**
 * A Hrana stream: one client's connection to one database, over several requests. It takes a connection when it first
 * needs one and keeps it until it closes, so that a transaction may span requests. While it is in a transaction that
 * writes, it holds the writers' turn.
 */
export class Stream {
  readonly database: DatabaseFile;
  readonly #texts = new Map<number, string>();
  #connection: Connection | null = null;
  #connectionMarked = false;
  #endTurn: EndTurn | null = null;
  #readonly = false;
  #closed = false;

  constructor(database: DatabaseFile) {
    this.database = database;
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  /** Whether other writers have to wait for this stream. */
  get holdsTurn(): boolean {
    return this.#endTurn !== null;
  }

  get isAutocommit(): boolean {
    return this.#connection === null || !this.#connection.inTransaction;
  }

  async execute(request: StatementRequest): Promise<StatementResult> {
    const statement = this.#single(request);
    return this.#inTurn([statement], () => this.#run(statement, request));
  }

  /** Runs the steps whose conditions hold, in order. A failing step is reported in the result, not thrown. */
  async batch(request: BatchRequest): Promise<BatchResult> {
    const steps = request.steps.map(({ condition, stmt }) => ({ condition, stmt, statement: this.#single(stmt) }));
    const statements = steps.map((step) => step.statement);
    return this.#inTurn(statements, () => {
      const result: BatchResult = { step_results: [], step_errors: [] };
      for (const { condition, stmt, statement } of steps) {
        let stepResult: StatementResult | null = null;
        let error: StatementError | null = null;
        try {
          if (!condition || evaluateCondition(condition, result, this.isAutocommit)) {
            stepResult = this.#run(statement, stmt);
          }
        } catch (thrown) {
          error = toStatementError(thrown);
        }
        result.step_results.push(stepResult);
        result.step_errors.push(error && { message: error.message, code: error.code });
      }
      return result;
    });
  }

  /** Runs every statement of a text, up to the first that fails. */
  async sequence(reference: SqlReference): Promise<void> {
    const statements = readSql(this.#text(reference));
    await this.#inTurn(statements, () => {
      for (const statement of statements) this.#run(statement, WITHOUT_ARGUMENTS);
    });
  }

  describe(reference: SqlReference): DescribeResult {
    const statement = this.#single(reference);
    // SQLite runs some pragmas when it prepares them.
    if (statement.marksConnection) this.#connectionMarked = true;
    return describeStatement(this.#connect(), statement);
  }

  storeText(id: number, text: string): void {
    if (this.#texts.has(id)) throw new ProtocolError(`The SQL text ${id} is already stored`, 'SQL_EXISTS');
    if (this.#texts.size >= STORED_TEXTS) {
      throw new StatementError(`No more than ${STORED_TEXTS} SQL texts can be stored`, 'SQL_STORE_TOO_MANY');
    }
    if (text.length > STORED_LENGTH) {
      throw new StatementError(
        `An SQL text of more than ${STORED_LENGTH} characters cannot be stored`,
        'SQL_STORE_TOO_LARGE',
      );
    }
    this.#texts.set(id, text);
  }

  forgetText(id: number): void {
    this.#texts.delete(id);
  }

  storedText(id: number): string | undefined {
    return this.#texts.get(id);
  }

  /** Rolls back what is not committed, lets the next writer go, and gives the connection back. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#connection) this.#release(this.#connection);
    this.#connection = null;
    this.#endTurn?.();
    this.#endTurn = null;
  }

  #release(connection: Connection): void {
    try {
      if (connection.inTransaction) connection.exec('ROLLBACK');
    } catch {
      // The disk may have failed; closing the connection gives the transaction up as well.
      this.#connectionMarked = true;
    }
    if (this.#connectionMarked) connection.close();
    else this.database.giveBack(connection);
  }

  /**
   * Runs `work` without interruption, in the writers' turn if one of the statements may write. The turn is taken
   * before the first of them, so that a deferred transaction never reads a state that another writer then replaces.
   */
  async #inTurn<T>(statements: readonly SqlStatement[], work: () => T): Promise<T> {
    if (!this.#endTurn && statements.some((statement) => statement.writes)) {
      const endTurn = await this.database.writers.take();
      if (this.#closed) endTurn();
      else this.#endTurn = endTurn;
    }
    if (this.#closed) throw streamClosed();
    try {
      return work();
    } finally {
      if (this.isAutocommit) {
        this.#endTurn?.();
        this.#endTurn = null;
      }
    }
  }

  #run(statement: SqlStatement, request: Pick<StatementRequest, 'args' | 'named_args' | 'want_rows'>): StatementResult {
    if (statement.verb === 'ATTACH' || statement.verb === 'DETACH') {
      throw new StatementError(`${statement.verb} is not supported: a stream sees one database`, 'SQL_NOT_SUPPORTED');
    }
    const connection = this.#connect();
    // libSQL parses BEGIN READONLY but lets such a transaction write, and without the turn it must not.
    if (this.#readonly && statement.writes) {
      throw new StatementError('SQLite error: attempt to write a readonly database', 'SQLITE_READONLY');
    }
    if (statement.marksConnection) this.#connectionMarked = true;
    const result = runStatement(connection, statement, request);
    this.#readonly = connection.inTransaction && (this.#readonly || statement.opensReadonly);
    return result;
  }

  #connect(): Connection {
    if (this.#closed) throw streamClosed();
    this.#connection ??= this.database.take();
    return this.#connection;
  }

  #single(reference: SqlReference): SqlStatement {
    const [statement, ...more] = readSql(this.#text(reference));
    if (!statement) throw new StatementError('SQL string does not contain any statement', 'SQL_NO_STATEMENT');
    if (more.length > 0) {
      throw new StatementError('SQL string contains more than one statement', 'SQL_MANY_STATEMENTS');
    }
    return statement;
  }

  #text({ sql, sql_id: id }: SqlReference): string {
    const text = sql ?? this.#texts.get(id!);
    if (text === undefined) throw new ProtocolError(`There is no stored SQL text ${id}`, 'SQL_NOT_FOUND');
    return text;
  }
}

function streamClosed(): StatementError {
  return new StatementError('The stream is closed', 'STREAM_CLOSED');
}
