import { Hono } from 'hono';
import { overviewPage } from '../../web/fill/overview.tsx';
import { printPage } from '../../web/fill/print/print-page.tsx';
import { sectionPage } from '../../web/fill/section.tsx';
import type { App } from '../env.ts';
import { periodOf } from '../rounds/schedule.ts';
import { assess } from '../submissions/assess.ts';
import { replayed } from '../submissions/autosave.ts';
import { decideSave, withHeld } from '../submissions/decide-save.ts';
import { refuseWriting } from '../submissions/open-file.ts';
import { saveOf } from '../submissions/save-of.ts';
import { saveUnit } from '../submissions/save-store.ts';
import { fillApi } from './api.ts';
import { attempt } from './attempt.ts';
import { closeLink } from './close-link.ts';
import { handIn } from './hand-in.ts';
import { inPressedLanguage, languageLink, TO_LANGUAGE } from './language.ts';
import { open } from './open.ts';
import { printView } from './print-view.ts';
import { fieldOf, idOf, keepingFields } from './typed-fields.ts';
import { findStep, nextStep, type Opened, overviewView, sectionView } from './views.ts';

export const fill = new Hono<App>()
  .route('/:token/api', fillApi)
  .use(languageLink)
  .route('/', handIn)
  .route('/', closeLink)

  .get('/:token', async (c) => c.html(overviewPage(overviewView(await open(c, c.req.param('token'))))))

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
      const { held, ...decided } = decideSave(file.version.document, step.section, step.unit, fields);
      const save = saveOf(file, unit, idOf(fields, ':save'), decided);
      const shown = { ...decided, revision: save.over + 1, savedAt: by.now };
      const moment = { now: by.now, period: periodOf(file.round) };
      const typed = withHeld(assess(file.version.document, unit, shown, moment), held);

      const action = fieldOf(fields, ':action');
      const switching = action.startsWith(TO_LANGUAGE);
      const onward = async () => {
        if (held.issues.length > 0) {
          const current = await reopen();
          const saved = findStep(current, unitId, section);
          const view = sectionView(current, saved, { conflict: null, saved: true, show: withHeld(saved.unit, held) });
          return c.html(sectionPage({ ...view, held: true }), 422);
        }
        const names = new Set(step.section.questions.map(({ name }) => name));
        const wrong = typed.issues.some(({ path, code }) => names.has(path) && code !== 'required');
        if (wrong || switching || action === 'stay') return c.redirect(`${base}/${unitId}/${section}?saved=1`, 303);
        return c.redirect(action === 'overview' ? base : (nextStep(opened, step)?.href ?? base), 303);
      };
      // Pressed twice, it is saved already; else somebody else saved, and both values are shown.
      const savedMeanwhile = async (current: Opened) => {
        if (await replayed(db, save.id, unit)) return onward();
        const now = refuseWriting(current.file, current.now);
        if (now) throw now;
        const theirs = findStep(current, unitId, section);
        const conflict = { answers: theirs.unit.answers, savedAt: theirs.unit.savedAt ?? by.now };
        return c.html(sectionPage(sectionView(current, theirs, { conflict, saved: false, show: typed })), 409);
      };
      // Reading a conflict in another language settles nothing, and must not overwrite what the other person saved.
      const undecided = switching && fieldOf(fields, ':conflict') !== '';
      if (undecided || Number(fieldOf(fields, ':revision')) !== save.over) return savedMeanwhile(opened);
      const claim = { tokenHash: file.link.tokenHash, pinShown: true };
      const current = await attempt(() => saveUnit(db, claim, save, by), reopen);
      return current ? savedMeanwhile(current) : onward();
    }),
  );
