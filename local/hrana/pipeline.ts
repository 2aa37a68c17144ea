import { StatementError } from './errors.ts';
import type { SqlReference, StreamRequest, StreamResponse, StreamResult } from './protocol.ts';
import type { Stream } from './stream.ts';

/**
 * Runs the requests of one pipeline in order; a request that fails does not stop those after it.
 * Throws `ProtocolError` when a request breaks the protocol.
 */
export async function runPipeline(stream: Stream, requests: readonly StreamRequest[]): Promise<StreamResult[]> {
  const results: StreamResult[] = [];
  for (const request of requests) {
    try {
      results.push({ type: 'ok', response: await answer(stream, request) });
    } catch (error) {
      if (!(error instanceof StatementError)) throw error;
      results.push({ type: 'error', error: { message: error.message, code: error.code } });
    }
  }
  return results;
}

async function answer(stream: Stream, request: StreamRequest): Promise<StreamResponse> {
  switch (request.type) {
    case 'close':
      stream.close();
      return { type: 'close' };
    case 'execute':
      return { type: 'execute', result: await stream.execute(request.stmt) };
    case 'batch':
      return { type: 'batch', result: await stream.batch(request.batch) };
    case 'sequence':
      await stream.sequence(request);
      return { type: 'sequence' };
    case 'describe':
      return { type: 'describe', result: stream.describe(request) };
    case 'store_sql':
      stream.storeText(request.sql_id, request.sql);
      return { type: 'store_sql' };
    case 'close_sql':
      stream.forgetText(request.sql_id);
      return { type: 'close_sql' };
    case 'get_autocommit':
      return { type: 'get_autocommit', is_autocommit: stream.isAutocommit };
  }
}

/** The SQL texts that a pipeline is going to run, in order, before it runs. Unknown stored texts are left out. */
export function statementTexts(stream: Stream, requests: readonly StreamRequest[]): string[] {
  const stored = new Map<number, string>();
  const texts: string[] = [];
  const add = ({ sql, sql_id: id }: SqlReference) => {
    const text = sql ?? stored.get(id!) ?? stream.storedText(id!);
    if (text !== undefined) texts.push(text);
  };
  for (const request of requests) {
    if (request.type === 'store_sql') stored.set(request.sql_id, request.sql);
    else if (request.type === 'execute') add(request.stmt);
    else if (request.type === 'batch') request.batch.steps.forEach((step) => void add(step.stmt));
    else if (request.type === 'sequence') add(request);
  }
  return texts;
}
