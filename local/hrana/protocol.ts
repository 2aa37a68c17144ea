/**
 * What travels over Hrana over HTTP, versions 2 and 3 in their JSON encoding: the requests of a pipeline as schemas,
 * the answers as types. Unknown properties are ignored, as the specification asks.
 */
import * as v from 'valibot';

const int32 = v.pipe(v.number(), v.integer(), v.minValue(-(2 ** 31)), v.maxValue(2 ** 31 - 1));

const value = v.variant('type', [
  v.object({ type: v.literal('null') }),
  v.object({ type: v.literal('integer'), value: v.pipe(v.string(), v.regex(/^-?\d{1,19}$/, 'Not a decimal integer')) }),
  v.object({ type: v.literal('float'), value: v.number() }),
  v.object({ type: v.literal('text'), value: v.string() }),
  v.object({
    type: v.literal('blob'),
    base64: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]*={0,2}$/, 'Not base64')),
  }),
]);

/** An SQL text, itself or by the number it was stored under. */
export interface SqlReference {
  sql?: string | null | undefined;
  sql_id?: number | null | undefined;
}

const sqlReference = { sql: v.nullish(v.string()), sql_id: v.nullish(int32) };

function namesOneSql<T extends SqlReference>() {
  return v.check<T, string>(
    (input) => (input.sql == null) !== (input.sql_id == null),
    'Exactly one of sql and sql_id is needed',
  );
}

const statement = v.pipe(
  v.object({
    ...sqlReference,
    args: v.nullish(v.array(value), []),
    named_args: v.nullish(v.array(v.object({ name: v.string(), value })), []),
    want_rows: v.nullish(v.boolean(), true),
  }),
  namesOneSql(),
);

const step = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A condition of a batch's step; `step` is the index of an earlier step. */
export type BatchCondition =
  | { type: 'ok' | 'error'; step: number }
  | { type: 'not'; cond: BatchCondition }
  | { type: 'and' | 'or'; conds: BatchCondition[] }
  | { type: 'is_autocommit' };

const condition: v.GenericSchema<unknown, BatchCondition> = v.variant('type', [
  v.object({ type: v.picklist(['ok', 'error']), step }),
  v.object({ type: v.literal('not'), cond: v.lazy(() => condition) }),
  v.object({ type: v.picklist(['and', 'or']), conds: v.array(v.lazy(() => condition)) }),
  v.object({ type: v.literal('is_autocommit') }),
]);

const batch = v.object({ steps: v.array(v.object({ condition: v.nullish(condition), stmt: statement })) });

const streamRequest = v.variant('type', [
  v.object({ type: v.literal('close') }),
  v.object({ type: v.literal('execute'), stmt: statement }),
  v.object({ type: v.literal('batch'), batch }),
  v.pipe(v.object({ type: v.literal('sequence'), ...sqlReference }), namesOneSql()),
  v.pipe(v.object({ type: v.literal('describe'), ...sqlReference }), namesOneSql()),
  v.object({ type: v.literal('store_sql'), sql_id: int32, sql: v.string() }),
  v.object({ type: v.literal('close_sql'), sql_id: int32 }),
  v.object({ type: v.literal('get_autocommit') }),
]);

export const pipelineRequest = v.object({ baton: v.nullish(v.string()), requests: v.array(streamRequest) });

export type HranaValue = v.InferOutput<typeof value>;
export type StatementRequest = v.InferOutput<typeof statement>;
export type BatchRequest = v.InferOutput<typeof batch>;
export type StreamRequest = v.InferOutput<typeof streamRequest>;

export interface ErrorBody {
  message: string;
  code: string;
}

export interface StatementResult {
  cols: { name: string; decltype: string | null }[];
  rows: HranaValue[][];
  /** Rows inserted, updated or deleted; 0 for any other statement. */
  affected_row_count: number;
  /** Of an INSERT, a 64-bit integer in decimal; null for any other statement. */
  last_insert_rowid: string | null;
}

export interface BatchResult {
  step_results: (StatementResult | null)[];
  step_errors: (ErrorBody | null)[];
}

export interface DescribeResult {
  params: { name: string | null }[];
  cols: { name: string; decltype: string | null }[];
  is_explain: boolean;
  is_readonly: boolean;
}

export type StreamResponse =
  | { type: 'close' | 'sequence' | 'store_sql' | 'close_sql' }
  | { type: 'execute'; result: StatementResult }
  | { type: 'batch'; result: BatchResult }
  | { type: 'describe'; result: DescribeResult }
  | { type: 'get_autocommit'; is_autocommit: boolean };

export type StreamResult = { type: 'ok'; response: StreamResponse } | { type: 'error'; error: ErrorBody };

export interface PipelineResponse {
  baton: string | null;
  base_url: null;
  results: StreamResult[];
}
