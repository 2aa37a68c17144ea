import type { DemoFile } from './province.ts';
import type { Site } from './site.ts';

/** A commune with what it typed in a round. */
interface Filed {
  unit: { id: string };
  villages: { id: string }[];
  file: DemoFile;
}

interface Act {
  name: 'verify' | 'return';
  body?: { comments: { unitId?: string; question?: string; text: string }[]; editableUntil?: string };
}

function actOn({ unit, villages, file: { review } }: Filed, editableUntil: string | undefined): Act | null {
  if (!review) return null;
  if (review === 'verified') return { name: 'verify' };
  const comments = review.returned.map(({ at, ...comment }) => {
    const about = at === 'commune' ? unit : at === undefined ? undefined : villages[at];
    return { ...comment, ...(about ? { unitId: about.id } : {}) };
  });
  return { name: 'return', body: { comments, ...(editableUntil === undefined ? {} : { editableUntil }) } };
}

/**
 * Verifies and returns what was handed in, each file over the revision that the reviewer sees.
 *
 * @param path the round's, `/provinces/{code}/rounds/{id}`.
 * @param editableUntil the last day for corrections; without one the round's own end holds.
 */
export async function review(
  verifier: Site,
  path: string,
  files: Filed[],
  editableUntil: string | undefined,
): Promise<void> {
  const acts = files.flatMap((filed) => {
    const act = actOn(filed, editableUntil);
    return act ? [{ ...act, communeId: filed.unit.id }] : [];
  });
  if (acts.length === 0) return;
  const queue = await verifier.api<{ items: { unit: { id: string }; revision: number }[] }>('GET', `${path}/review`);
  const revisions = new Map(queue.items.map(({ unit, revision }) => [unit.id, revision]));
  await Promise.all(
    acts.map(({ communeId, name, body }) => {
      const ifMatch = { 'if-match': `"${revisions.get(communeId)}"` };
      return verifier.api('POST', `${path}/review/${communeId}/${name}`, body, ifMatch);
    }),
  );
}
