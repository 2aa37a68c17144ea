import { randomUUID } from 'node:crypto';
import type { Answers } from '../../forms/index.ts';
import type { DemoFile } from './province.ts';
import type { Site } from './site.ts';

interface Unit {
  id: string;
}

/** A commune's link as its holders use it. */
export interface OpenLink {
  /** Its path, `/s/{token}`. */
  base: string;
  /** The form's version that its page works with. */
  formVersionId: string;
}

/** Saves a unit's answers as the page's script does; what is blank stays unsaved. */
async function saveUnit(site: Site, { base, formVersionId }: OpenLink, unit: Unit, answers: Answers): Promise<void> {
  const changes = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null));
  const save = { id: randomUUID(), formVersionId, changes };
  await site.json('PATCH', `${base}/api/units/${unit.id}`, save, { 'if-match': '"0"' });
}

/** Types what a commune has of its file. */
export async function fillIn(
  site: Site,
  link: OpenLink,
  { unit, villages }: { unit: Unit; villages: Unit[] },
  file: DemoFile,
): Promise<void> {
  if (file.commune) await saveUnit(site, link, unit, file.commune);
  // Side by side, as in a commune in which each village has its own clerk.
  await Promise.all(
    file.villages.map(async (answers, index) => {
      if (answers) await saveUnit(site, link, villages[index]!, answers);
    }),
  );
}

/** Submits, giving a reason for everything that the review asks one for. */
export async function handIn(site: Site, { base }: OpenLink): Promise<void> {
  const review = await site.json<{ confirmations: { key: string }[]; inputsVersion: number }>(
    'GET',
    `${base}/api/review`,
  );
  const reason = 'Số liệu đang được xác minh, sẽ bổ sung sau';
  const reasons = Object.fromEntries(review.confirmations.map(({ key }) => [key, reason]));
  const { inputsVersion } = review;
  await site.json('POST', `${base}/api/submission`, { id: randomUUID(), inputsVersion, reasons });
}
