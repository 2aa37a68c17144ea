/** What one request asked of its databases. */
export interface RoundTrips {
  count: number;
  /** Milliseconds until the databases began to answer, added up. */
  waited: number;
}

const counted = new Map<string, RoundTrips>();

/** Begins to count the round trips of a request; whoever begins must end. */
export function countRoundTrips(requestId: string): RoundTrips {
  const trips = { count: 0, waited: 0 };
  counted.set(requestId, trips);
  return trips;
}

/** Adds a round trip to a request that is being counted. What runs after its answer, or by the clock, belongs to none. */
export function addRoundTrip(requestId: string, waited: number): void {
  const trips = counted.get(requestId);
  if (!trips) return;
  trips.count += 1;
  trips.waited += waited;
}

export const endRoundTrips = (requestId: string): boolean => counted.delete(requestId);
