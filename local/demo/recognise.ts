import { localDay } from '../../worker/db/local-time.ts';
import type { DemoRecognition } from './province.ts';
import type { Staff } from './staff.ts';

interface FileChange {
  id: string;
  revision: number;
}

/** What a file of recognition refers to by key. */
interface Known {
  commune(key: string): { id: string; kindLabel: string };
  round(key: string): string;
}

/** Papers of one province, numbered as they come; no such paper exists, and each says so. */
function papers() {
  let count = 0;
  return (register: string, office: string, note: string | null = null) => {
    count += 1;
    const decisionNumber = `minh họa ${String(count).padStart(2, '0')}/${register}`;
    return { decisionNumber, decisionDate: localDay(new Date().toISOString()), office, note };
  };
}

/**
 * Takes communes as far towards recognition as the demonstration wants, and what was recognised a year further: each step by the
 * person whose it is, over the revision that the step before left.
 *
 * @param path the province's, `/provinces/{code}`.
 */
export async function recognise(staff: Staff, path: string, wanted: DemoRecognition[], known: Known): Promise<void> {
  const list = `${path}/recognition`;
  const paper = papers();
  const decision = (note?: string) => paper('QĐ-UBND', 'Chủ tịch UBND tỉnh', note);
  for (const { commune, round, state, later } of wanted) {
    const { id: unitId, kindLabel } = known.commune(commune);
    const proposal = { unitId, roundId: known.round(round), ...paper('TTr-UBND', `Chủ tịch UBND ${kindLabel}`) };
    let file = await staff.verifier.api<FileChange>('POST', list, proposal);
    const next = async (by: 'appraiser' | 'approver', step: string, body: object) => {
      const ifMatch = { 'if-match': `"${file.revision}"` };
      file = await staff[by].api<FileChange>('POST', `${list}/${file.id}/${step}`, body, ifMatch);
    };
    if (state === 'proposed') continue;
    await next('appraiser', 'appraisal', paper('BC-CAT', 'Giám đốc Công an tỉnh'));
    if (state === 'appraised') continue;
    await next('approver', 'decision', { outcome: 'recognised', ...decision() });
    if (!later) continue;
    if ('revoked' in later) await next('approver', 'revocation', decision(later.revoked));
    else await next('approver', 'maintenance', { roundId: known.round(later.maintainedIn), ...decision() });
  }
}
