/** One line of JSON for the platform's log. Never pass tokens, keys, answers or whole errors of a request's body. */
export function log(event: string, detail: Record<string, unknown>): void {
  console.log(JSON.stringify({ event, ...detail }));
}
