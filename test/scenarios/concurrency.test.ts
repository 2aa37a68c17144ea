import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answers, scoreCommune, templates } from '../../forms/index.ts';
import { communeInput } from '../../worker/scores/commune-input.ts';
import { snapshotAt } from '../../worker/submissions/compare.ts';
import { FillClient, type ProblemWire, type SavedWire } from '../support/fill-client.ts';
import { provinceDatabase } from '../support/province-database.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey, type Survey } from '../support/survey.ts';

const WRITERS = 50;
const SECONDS = 5;

// Fewer villages than writers, so that every one of them is wanted by several at once.
const villages = Array.from({ length: 15 }, (_, index) => ({ kindLabel: 'bản', name: `Nà Khuy ${index + 1}` }));
const units = { communes: [{ kindLabel: 'xã', name: 'Bản Bo', villages }] };

let service: Service;
let sql: ReturnType<typeof provinceDatabase>;
let survey: Survey;
let clerk: FillClient;
let formVersionId: string;

beforeAll(async () => {
  service = await startService();
  sql = provinceDatabase(service);
  survey = await prepareSurvey(await service.as('designer'), '12', units);
  clerk = new FillClient(service.url, survey.base);
  formVersionId = (await clerk.file()).body.form.versionId;
});
afterAll(() => service.stop());

/** A save that the service said it has kept. */
interface Kept {
  id: string;
  unitId: string;
  revision: number;
  changes: Answers;
  raw: Record<string, string | null>;
  /** How often somebody else was faster before. */
  refused: number;
}

/** Mulberry32: the same writers type the same in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const COUNTS = ['hotspots', 'points', 'retailers', 'gangs'];

/** Something that a clerk types: a count, a text, a count taken away again, or what cannot be read as one. */
function typed(random: () => number): Pick<Kept, 'changes' | 'raw'> {
  const name = COUNTS[Math.floor(random() * COUNTS.length)]!;
  const kind = random();
  if (kind < 0.1) return { changes: { [name]: null }, raw: {} };
  if (kind < 0.2) return { changes: {}, raw: { [name]: `khoảng ${Math.floor(random() * 9)}` } };
  if (kind < 0.4) return { changes: { evidence: `Biên bản số ${Math.floor(random() * 999)}` }, raw: {} };
  return { changes: { [name]: Math.floor(random() * 9) }, raw: {} };
}

/** Somebody who writes until the time is over; told of another revision, they take that over and save again. */
async function write(writer: number, until: number, kept: Kept[]): Promise<void> {
  const random = dice(writer);
  const seen = new Map<string, number>();
  while (Date.now() < until) {
    const unitId = survey.villages[Math.floor(random() * survey.villages.length)]!.id;
    const save = { id: randomUUID(), formVersionId, ...typed(random) };
    const times = random() < 0.1 ? 2 : 1;
    for (let refused = 0; Date.now() < until; refused++) {
      const over = seen.get(unitId) ?? 0;
      const answers = await Promise.all(
        Array.from({ length: times }, () => clerk.save<SavedWire & ProblemWire>(unitId, over, save)),
      );
      const [first] = answers;
      // Sent twice, both are told the same: it was one save, or none.
      expect(answers.every(({ status }) => status === first!.status)).toBe(true);
      expect([200, 412]).toContain(first!.status);
      if (first!.status === 200) {
        const { revision } = first!.body;
        expect(answers.every(({ body }) => body.revision === revision)).toBe(true);
        kept.push({ ...save, unitId, revision, refused });
        seen.set(unitId, revision);
        break;
      }
      seen.set(unitId, first!.body.current!.revision);
    }
  }
}

const json = (value: unknown) => JSON.parse(String(value));

test('fifty people write at once: nothing that was accepted is lost or kept twice, and what is there is the sum of it', async () => {
  const kept: Kept[] = [];
  const until = Date.now() + SECONDS * 1000;
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer, until, kept)));
  expect(kept.length).toBeGreaterThan(villages.length);
  // Had nobody been refused, nothing would have been tried.
  expect(kept.some(({ refused }) => refused > 0)).toBe(true);

  const rows = await sql('SELECT * FROM response_revisions WHERE round_id = ? ORDER BY revision', [survey.roundId]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const { id, unitId, revision, changes, raw } of kept) {
    const row = byId.get(id);
    expect(row).toMatchObject({ unit_id: unitId, revision });
    expect(json(row!.changes)).toMatchObject(changes);
    expect(json(row!.raw_changes)).toMatchObject(raw);
  }
  expect(rows).toHaveLength(kept.length);

  const stored = await sql('SELECT * FROM responses WHERE round_id = ?', [survey.roundId]);
  expect(stored).toHaveLength(survey.villages.length);
  for (const response of stored) {
    const own = rows.filter(({ unit_id: id }) => id === response.unit_id);
    expect(own.map(({ revision }) => revision)).toEqual(own.map((_, index) => index + 1));
    const revisions = own.map((row) => ({
      revision: Number(row.revision),
      formVersionId: String(row.form_version_id),
      changes: json(row.changes),
      rawChanges: json(row.raw_changes),
    }));
    expect(response.revision).toBe(own.length);
    const { answers, raw } = snapshotAt(revisions, own.length);
    expect({ answers: json(response.answers), raw: json(response.raw) }).toEqual({ answers, raw });
  }
});

test('submitted twice at once it is submitted once, and the score is that of the stored answers', async () => {
  // What cannot be read has to be corrected before.
  for (const { id, raw, revision } of (await clerk.file()).body.units) {
    const changes = Object.fromEntries(Object.keys(raw).map((name) => [name, 0]));
    if (Object.keys(raw).length > 0) await clerk.save(id, revision, { formVersionId, changes });
  }
  const answers = await Promise.all([clerk.submit(), clerk.submit(), clerk.submit()]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  const steps = await sql('SELECT kind FROM submission_steps WHERE round_id = ?', [survey.roundId]);
  expect(steps.map(({ kind }) => kind)).toEqual(['submit']);

  const responses = await sql('SELECT unit_id, answers FROM responses WHERE round_id = ?', [survey.roundId]);
  const frozen = await sql('SELECT * FROM round_units WHERE round_id = ? ORDER BY position', [survey.roundId]);
  const state = {
    units: frozen.map((row) => ({
      unitId: String(row.unit_id),
      level: row.level as 'commune' | 'village',
      name: String(row.name),
      kindLabel: String(row.kind_label),
      attributes: json(row.attributes),
    })),
    responses: responses.map((row) => ({ unitId: String(row.unit_id), answers: json(row.answers) })),
  };
  const recomputed = scoreCommune(templates['tam-duong-2024']!, communeInput(state, 'without-names'));
  const [score] = await sql('SELECT * FROM scorecards WHERE round_id = ?', [survey.roundId]);
  expect(json(score!.document)).toEqual(JSON.parse(JSON.stringify(recomputed)));
});
