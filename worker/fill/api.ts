import { Hono } from 'hono';
import { textIn } from '../../forms/index.ts';
import { spokenTo } from '../../web/fill/language.ts';
import type { App } from '../env.ts';
import { expectedRevision, revisionTag } from '../http/if-match.ts';
import { languageOf } from '../http/language.ts';
import { accept, Problem } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { claimLink } from '../links/claim.ts';
import { autosave } from '../submissions/autosave.ts';
import { decideSubmit, receiptOf } from '../submissions/decide-submit.ts';
import { type Finding, findingsOf } from '../submissions/findings.ts';
import { inputsVersionOf } from '../submissions/inputs-version.ts';
import { refuseByLink, refuseWriting } from '../submissions/open-file.ts';
import { submit, withdraw } from '../submissions/submit.ts';
import { fileToWire, HandingIn, UnitChanges, UnitPath } from './api-wire.ts';
import { attempt } from './attempt.ts';
import { refuseVillages } from './hand-in.ts';
import { open } from './open.ts';

/** What the fill page's script asks for, under the link's own path; refusals are problem details as under `/v1`. */
export const fillApi = new Hono<App>()
  .use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  })

  .get('/file', async (c) => c.json(fileToWire(await open(c, c.req.param('token')!), c.req.query('form'))))

  .patch('/units/:unitId', valid('param', UnitPath), valid('json', UnitChanges), async (c) => {
    const { token, unitId } = c.req.valid('param');
    const save = { ...c.req.valid('json'), unitId, over: expectedRevision(c) };
    const { db, provinceCode, claim: link } = await claimLink(c, token);
    const by = { requestId: c.get('requestId'), now: new Date().toISOString() };
    const saver = { db, provinceCode, claim: link, by, language: languageOf(c) };
    const { revision, savedAt, formVersionId } = await autosave(saver, save, async () => (await open(c, token)).file);
    c.header('ETag', revisionTag(revision));
    return c.json({ revision, savedAt, formVersionId });
  })

  .get('/review', async (c) => {
    const opened = await open(c, c.req.param('token')!);
    refuseVillages(opened);
    const { file, assessments } = opened;
    const { errors, confirmations } = findingsOf(file.version.document, assessments);
    const told = ({ message, ...finding }: Finding) => ({ ...finding, message: textIn(message, opened.language) });
    const inputsVersion = inputsVersionOf(file);
    return c.json({ errors: errors.map(told), confirmations: confirmations.map(told), inputsVersion });
  })

  .post('/submission', valid('json', HandingIn), async (c) => {
    const command = c.req.valid('json');
    const reopen = () => open(c, c.req.param('token')!);
    const opened = await reopen();
    refuseVillages(opened);
    const { file, db, by } = opened;
    const before = receiptOf(file, command.id);
    if (before) return c.json(before, 200);
    const change = accept(decideSubmit(file, command, by.now, spokenTo(opened.language)));
    const current = await attempt(() => submit(db, file, change, by), reopen);
    if (!current) return c.json({ reference: change.reference, submittedAt: by.now, late: change.late }, 201);
    // Sent twice at once: whichever came first counts for both.
    const first = receiptOf(current.file, command.id);
    if (first) return c.json(first, 200);
    throw refuseWriting(current.file, current.now) ?? new Problem('revision_mismatch');
  })

  .post('/withdrawal', async (c) => {
    const expected = expectedRevision(c);
    const reopen = () => open(c, c.req.param('token')!);
    const opened = await reopen();
    refuseVillages(opened);
    const { file, db, by } = opened;
    if (file.submission.revision !== expected) throw new Problem('revision_mismatch');
    const refusal = refuseByLink(file, 'withdraw', by.now);
    if (refusal) throw refusal;
    const current = await attempt(() => withdraw(db, file, by), reopen);
    if (current) throw refuseByLink(current.file, 'withdraw', current.now) ?? new Problem('revision_mismatch');
    const revision = expected + 1;
    c.header('ETag', revisionTag(revision));
    return c.json({ state: 'collecting', revision });
  });
