import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from '../../forms/index.ts';
import { Problem } from '../http/problem.ts';
import { snapshotAt } from './compare.ts';
import { type Autosave, decideAutosave, levelOf, patchesOf } from './decide-autosave.ts';
import { communeFile, NOW, response, unit, version } from './file.fixture.ts';
import { applyPatch, type Patch } from './patch.ts';
import { formOf } from './two-versions.fixture.ts';

const label = { vi: 'Người nghiện' };
const v1 = version('v1', formOf([{ name: 'a' }, { name: 'b' }, { name: 'addict_total', label }]));
const v2 = version(
  'v2',
  formOf([
    { name: 'a', type: 'text' },
    { name: 'addicts_total', label },
  ]),
);
const context = { now: NOW, language: 'vi' as const };

const save = (changes: Answers, more: Partial<Autosave> = {}): Autosave => ({
  ...{ id: 'save', unitId: 'village', formVersionId: 'v1', over: 1, changes, raw: {} },
  ...more,
});

const stored = (answers: Answers, raw: Record<string, string> = {}) => [response({ answers, raw })];
const decide = (file: Parameters<typeof communeFile>[0], command: Autosave, given = v1) =>
  decideAutosave(communeFile({ version: v1, ...file }), unit('village'), given, command, context);

test.each<[string, Parameters<typeof communeFile>[0], Autosave, string]>([
  ['a submitted file', { submission: { submittedAt: NOW } }, save({ a: 1 }), 'already_submitted'],
  ['a verified file', { submission: { submittedAt: NOW, verifiedAt: NOW } }, save({ a: 1 }), 'already_submitted'],
  ['a closed round', { round: { closesAt: NOW } }, save({ a: 1 }), 'round_closed'],
  ['an unknown question', {}, save({ c: 1 }), 'invalid_request'],
  ['a question of the other level', {}, save({ models: 1 }), 'invalid_request'],
  ['another revision', { stored: stored({ a: 5 }) }, save({ a: 1 }, { over: 0 }), 'revision_mismatch'],
])('%s refuses a save', (_, file, command, code) => {
  const decided = decide(file, command);
  expect(decided).toBeInstanceOf(Problem);
  expect((decided as Problem).code).toBe(code);
});

test('what looks like the data of a person is refused by its question, whatever it was typed into', () => {
  const sent = save({ a: 1 }, { raw: { b: 'ông A 0912 345 678', addict_total: '001099012345' } });
  expect(decide({}, sent)).toMatchObject({
    code: 'invalid_request',
    errors: [
      { path: 'b', code: 'personal_data', detail: expect.stringContaining('“0912 345 678” giống số điện thoại') },
      { path: 'addict_total', code: 'personal_data', detail: expect.stringContaining('“001099012345”') },
    ],
  });
  expect(levelOf(v1.document, sent)).toBeNull();
});

test('a refused revision comes with what is there now', () => {
  const decided = decide({ stored: stored({ a: 5 }, { b: 'vài' }) }, save({ a: 1 }, { over: 0 }));
  const current = { revision: 1, savedAt: NOW, answers: { a: 5 }, raw: { b: 'vài' }, formVersionId: 'v1' };
  expect(decided).toMatchObject({ extension: { current } });
});

test('a returned file is saved to again', () => {
  const decided = decide({ submission: { returnedAt: NOW }, stored: stored({ a: 5 }) }, save({ a: 6 }));
  expect(decided).toMatchObject({ over: 1, changes: { a: 6 } });
});

test('the first save after a change of the form writes what was taken over with it', () => {
  const file = { version: v2, older: [v1], stored: stored({ a: 5, b: 2, addict_total: 3 }) };
  expect(decide(file, save({ a: 'x' }, { formVersionId: 'v2' }), v2)).toMatchObject({
    formVersionId: 'v2',
    storedVersionId: 'v1',
    changes: { a: 'x', b: null, addict_total: null, addicts_total: 3 },
    rawChanges: { b: '2' },
  });
});

test('changes made to the earlier version are taken over where that is exactly what was said', () => {
  const file = { version: v2, older: [v1], stored: stored({ a: 5 }) };
  expect(decide(file, save({ a: 6, addict_total: 4 }))).toMatchObject({
    formVersionId: 'v2',
    changes: { a: '6', addicts_total: 4 },
  });
  expect(decide(file, save({}, { raw: { addict_total: 'vài' } }))).toMatchObject({
    rawChanges: { addicts_total: 'vài' },
  });
});

test.each([
  ['an answer that the form no longer asks for', save({ b: 1 }), v1],
  ['unreadable text for what it no longer asks', save({}, { raw: { b: 'vài' } }), v1],
  ['a version that the province does not have', save({ a: 1 }), null],
])('%s is answered with the version to go on with', (_, command, given) => {
  const file = communeFile({ version: v2, older: [v1], stored: stored({ a: 5 }) });
  expect(decideAutosave(file, unit('village'), given, command, context)).toMatchObject({
    code: 'form_version_changed',
    extension: { formVersionId: 'v2' },
  });
});

test('an answer takes the place of unreadable text and the other way round, and blanks take away', () => {
  expect(patchesOf({ changes: { a: 1, b: '', c: [] }, raw: { d: 'x', e: null } })).toEqual({
    changes: { a: 1, b: null, c: null, d: null },
    rawChanges: { a: null, b: null, c: null, d: 'x', e: null },
  });
});

test('the level of a save follows from its questions', () => {
  expect(levelOf(v1.document, save({ a: 1 }))).toBe('village');
  expect(levelOf(v1.document, save({ models: 1 }))).toBe('commune');
  expect(levelOf(v1.document, save({ a: 1, models: 1 }))).toBeNull();
  expect(levelOf(v1.document, save({ a: 'x' }))).toBeNull();
});

const value = fc.option(fc.nat(9));
const writer = fc.record({ a: value, b: value }, { requiredKeys: [] });
const text = fc.option(fc.constantFrom('vài', 'khoảng 5'));
const typed = fc.record({ a: text, b: text }, { requiredKeys: [] });
const attempts = fc.array(fc.record({ changes: writer, raw: typed, behind: fc.nat(2) }), { maxLength: 12 });

test('whatever saves come in whatever order, the row is what its revisions come to, and refused ones leave no trace', () => {
  fc.assert(
    fc.property(attempts, (saves) => {
      let row: ReturnType<typeof response> | undefined;
      const revisions: { revision: number; formVersionId: string; changes: Answers; rawChanges: Patch<string> }[] = [];
      for (const { changes, raw, behind } of saves) {
        const at = row?.revision ?? 0;
        // A writer that is behind has seen an earlier revision.
        const over = Math.max(0, at - behind);
        const decided = decide({ stored: row ? [row] : [] }, save(changes, { raw, over }));
        if (over !== at) {
          expect(decided).toBeInstanceOf(Problem);
          continue;
        }
        if (decided instanceof Problem) throw decided;
        // What the database does with a merge patch.
        const answers = applyPatch(row?.answers ?? {}, decided.changes) as Answers;
        const texts = applyPatch(row?.raw ?? {}, decided.rawChanges);
        // The same as without having read anything.
        const unread = patchesOf({ changes, raw });
        expect(applyPatch(row?.answers ?? {}, unread.changes)).toEqual(answers);
        expect(applyPatch(row?.raw ?? {}, unread.rawChanges)).toEqual(texts);
        row = response({ answers, raw: texts, revision: decided.over + 1 });
        revisions.push({ ...decided, revision: row.revision });
        expect(Object.keys(answers).filter((name) => Object.hasOwn(texts, name))).toEqual([]);
      }
      expect(revisions.map(({ revision }) => revision)).toEqual(revisions.map((_, index) => index + 1));
      const { answers, raw } = snapshotAt(revisions, revisions.length);
      expect({ answers, raw }).toEqual({ answers: row?.answers ?? {}, raw: row?.raw ?? {} });
    }),
    { numRuns: 150 },
  );
});
