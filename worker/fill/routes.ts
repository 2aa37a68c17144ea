import { Hono } from 'hono';
import { overviewPage } from '../../web/fill/overview.tsx';
import { printPage } from '../../web/fill/print/print-page.tsx';
import { receiptPage } from '../../web/fill/receipt.tsx';
import { reviewPage } from '../../web/fill/review.tsx';
import { sectionPage } from '../../web/fill/section.tsx';
import { failedPrecondition } from '../db/precondition.ts';
import type { App } from '../env.ts';
import { Problem } from '../http/problem.ts';
import { periodOf } from '../rounds/schedule.ts';
import { assess } from '../submissions/assess.ts';
import { decideSave } from '../submissions/decide-save.ts';
import { decideSubmit } from '../submissions/decide-submit.ts';
import { refuseWriting } from '../submissions/open-file.ts';
import { saveResponse } from '../submissions/store.ts';
import { submit } from '../submissions/submit.ts';
import { inPressedLanguage, languageLink, TO_LANGUAGE } from './language.ts';
import { open } from './open.ts';
import { printView } from './print-view.ts';
import { fieldOf, keepingFields } from './typed-fields.ts';
import {
  findStep,
  mayHandIn,
  nextStep,
  type Opened,
  overviewView,
  receiptView,
  reviewView,
  sectionView,
} from './views.ts';

/** For a village's link the pages of handing in do not exist. */
function refuseVillages(opened: Opened): void {
  if (!mayHandIn(opened)) throw new Problem('not_found');
}

/** Does a write; when what it expected has changed meanwhile, looks again and says what. */
async function attempt(write: () => Promise<void>, reopen: () => Promise<Opened>): Promise<'done' | 'revision'> {
  try {
    await write();
    return 'done';
  } catch (error) {
    const failed = failedPrecondition(error);
    if (failed === 'revision') return 'revision';
    if (failed === null) throw error;
    const { file, now } = await reopen();
    throw refuseWriting(file, now) ?? error;
  }
}

const REASON = 'reason:';

export const fill = new Hono<App>()
  .use(languageLink)
  .get('/:token', async (c) => c.html(overviewPage(overviewView(await open(c, c.req.param('token'))))))

  .get('/:token/nop', async (c) => {
    const opened = await open(c, c.req.param('token'));
    refuseVillages(opened);
    if (opened.file.submission.submittedAt !== null) return c.redirect(`${opened.base}/bien-nhan`, 303);
    return c.html(reviewPage(reviewView(opened, {}, false)));
  })

  .post('/:token/nop', (c) =>
    keepingFields(c, async (fields) => {
      const reopen = async () => inPressedLanguage(c, await open(c, c.req.param('token')), fieldOf(fields, ':action'));
      const opened = await reopen();
      refuseVillages(opened);
      const { file, base, db, by } = opened;
      // Pressed twice, or sent again by a bad network: the first one counted.
      if (file.submission.submittedAt !== null) return c.redirect(`${base}/bien-nhan`, 303);

      const typed = Object.keys(fields).filter((name) => name.startsWith(REASON));
      const reasons = Object.fromEntries(typed.map((name) => [name.slice(REASON.length), fieldOf(fields, name)]));
      const again = (current: Opened) => c.html(reviewPage(reviewView(current, reasons, true)), 422);
      // The switch of language: nothing is handed in, and the reasons typed so far stay.
      if (fieldOf(fields, ':action') !== '') return c.html(reviewPage(reviewView(opened, reasons, false)));
      const change = decideSubmit(file, { inputsVersion: Number(fieldOf(fields, 'inputsVersion')), reasons }, by.now);
      if (change instanceof Problem) {
        if (change.code === 'incomplete_submission' || change.code === 'revision_mismatch') return again(opened);
        throw change;
      }
      const done = await attempt(() => submit(db, file, change, by), reopen);
      return done === 'done' ? c.redirect(`${base}/bien-nhan`, 303) : again(await reopen());
    }),
  )

  .get('/:token/bien-nhan', async (c) => {
    const opened = await open(c, c.req.param('token'));
    refuseVillages(opened);
    if (opened.file.submission.submittedAt === null) return c.redirect(opened.base, 303);
    return c.html(receiptPage(receiptView(opened)));
  })

  .get('/:token/in', async (c) => c.html(printPage(printView(await open(c, c.req.param('token')), 'filled'))))

  .get('/:token/phieu-trong', async (c) => c.html(printPage(printView(await open(c, c.req.param('token')), 'blank'))))

  .get('/:token/:unitId/:section', async (c) => {
    const { token, unitId, section } = c.req.param();
    const opened = await open(c, token);
    const step = findStep(opened, unitId, section);
    const saved = c.req.query('saved') === '1' && step.unit.revision > 0;
    return c.html(sectionPage(sectionView(opened, step, { conflict: null, saved, show: step.unit })));
  })

  .post('/:token/:unitId/:section', (c) =>
    keepingFields(c, async (fields) => {
      const { token, unitId, section } = c.req.param();
      const reopen = async () => inPressedLanguage(c, await open(c, token), fieldOf(fields, ':action'));
      const opened = await reopen();
      const { file, base, db, by } = opened;
      const step = findStep(opened, unitId, section);
      const refusal = refuseWriting(file, by.now);
      if (refusal) throw refusal;

      const { unit } = step.unit;
      const revision = Number(fieldOf(fields, ':revision')) + 1;
      const decided = decideSave(file.version.document, step.section, step.unit, fields);
      const identity = { roundId: unit.roundId, unitId: unit.unitId, communeId: unit.communeId, linkId: file.link.id };
      const formVersionId = file.version.id;
      const row = { ...identity, formVersionId, ...decided, revision, savedAt: by.now };
      const typed = assess(file.version.document, unit, row, { now: by.now, period: periodOf(file.round) });

      const conflictWith = (current: Opened) => {
        const theirs = findStep(current, unitId, section);
        const conflict = { answers: theirs.unit.answers, savedAt: theirs.unit.savedAt ?? by.now };
        return c.html(sectionPage(sectionView(current, theirs, { conflict, saved: false, show: typed })), 409);
      };
      const action = fieldOf(fields, ':action');
      const switching = action.startsWith(TO_LANGUAGE);
      // Reading a conflict in another language settles nothing, and must not overwrite what the other person saved.
      const undecided = switching && fieldOf(fields, ':conflict') !== '';
      if (undecided || revision !== step.unit.revision + 1) return conflictWith(opened);
      const done = await attempt(() => saveResponse(db, file, row, by), reopen);
      if (done === 'revision') return conflictWith(await reopen());

      const names = new Set(step.section.questions.map(({ name }) => name));
      const wrong = typed.issues.some(({ path, code }) => names.has(path) && code !== 'required');
      if (wrong || switching || action === 'stay') return c.redirect(`${base}/${unitId}/${section}?saved=1`, 303);
      return c.redirect(action === 'overview' ? base : (nextStep(opened, step)?.href ?? base), 303);
    }),
  );
