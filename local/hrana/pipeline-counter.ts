/** Request ids remembered at a time: enough for a test or a benchmark to look back, and bounded for a server. */
const REMEMBERED_REQUESTS = 1000;

/**
 * Counts the pipelines, which are the round trips between the application and its databases: what costs most at the
 * edge, and what the budgets are set in.
 */
export class PipelineCounter {
  readonly #byDatabase = new Map<string, number>();
  readonly #byRequest = new Map<string, number>();

  add(database: string, requestId: string | null): void {
    this.#byDatabase.set(database, this.ofDatabase(database) + 1);
    if (requestId === null) return;
    if (!this.#byRequest.has(requestId) && this.#byRequest.size >= REMEMBERED_REQUESTS) {
      this.#byRequest.delete(this.#byRequest.keys().next().value!);
    }
    this.#byRequest.set(requestId, this.ofRequest(requestId) + 1);
  }

  /** Pipelines since the start, over all databases. */
  get total(): number {
    return [...this.#byDatabase.values()].reduce((sum, count) => sum + count, 0);
  }

  ofDatabase(name: string): number {
    return this.#byDatabase.get(name) ?? 0;
  }

  /** Pipelines that carried this `x-request-id`; 0 once a thousand later request ids have come. */
  ofRequest(requestId: string): number {
    return this.#byRequest.get(requestId) ?? 0;
  }
}
