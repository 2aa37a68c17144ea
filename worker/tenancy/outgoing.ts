import type { Env } from '../env.ts';

export type Fetch = (request: Request) => Promise<Response>;

/** How calls leave: as the runtime makes them, or through the operator's program, which has the databases in its own process. */
export const outgoing = (env: Env): Fetch => env.FETCH ?? ((request) => fetch(request));
