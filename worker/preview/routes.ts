import { Hono } from 'hono';
import { overviewPage } from '../../web/fill/overview.tsx';
import { printPage } from '../../web/fill/print/print-page.tsx';
import { receiptPage } from '../../web/fill/receipt.tsx';
import { reviewPage } from '../../web/fill/review.tsx';
import { sectionPage } from '../../web/fill/section.tsx';
import { newId } from '../db/id.ts';
import type { App } from '../env.ts';
import { inPressedLanguage, languageLink, TO_LANGUAGE } from '../fill/language.ts';
import { printView } from '../fill/print-view.ts';
import { fieldOf, keepingFields, reasonsIn } from '../fill/typed-fields.ts';
import { findStep, nextStep, overviewView, receiptView, reviewView, sectionView } from '../fill/views.ts';
import { Problem } from '../http/problem.ts';
import { decideSave } from '../submissions/decide-save.ts';
import { decideSubmit } from '../submissions/decide-submit.ts';
import { openPreview } from './open-preview.ts';
import { namesOf, placeOf } from './preview-file.ts';
import { typedAs } from './typed-state.ts';

/**
 * The fill pages over any version of a form and invented units, with answers that go from address to address and nowhere else
 * (ADR 0020). The pages, the checks and the verdict are the clerks' own.
 */
export const preview = new Hono<App>()
  .use(languageLink)

  .get('/', (c) => c.redirect(`${new URL(c.req.url).pathname}/0`, 303))

  .get('/:state', async (c) => c.html(overviewPage(overviewView(await openPreview(c)))))

  .get('/:state/nop', async (c) => c.html(reviewPage(reviewView(await openPreview(c), {}, false))))

  .post('/:state/nop', (c) =>
    keepingFields(c, async (fields) => {
      const action = fieldOf(fields, ':action');
      const opened = inPressedLanguage(c, await openPreview(c), action);
      const { file, now } = opened;
      const reasons = reasonsIn(fields);
      if (action !== '') return c.html(reviewPage(reviewView(opened, reasons, false)));
      const command = { id: newId(), inputsVersion: Number(fieldOf(fields, 'inputsVersion')), reasons };
      const change = decideSubmit(file, command, now);
      if (change instanceof Problem) return c.html(reviewPage(reviewView(opened, reasons, true)), 422);
      const submission = { ...file.submission, submittedAt: now, reference: 'XEM-THU' };
      return c.html(receiptPage(receiptView({ ...opened, file: { ...file, submission } })));
    }),
  )

  .get('/:state/in', async (c) => c.html(printPage(printView(await openPreview(c), 'filled'))))

  .get('/:state/phieu-trong', async (c) => c.html(printPage(printView(await openPreview(c), 'blank'))))

  .get('/:state/:unitId/:section', async (c) => {
    const opened = await openPreview(c);
    const step = findStep(opened, c.req.param('unitId'), c.req.param('section'));
    return c.html(sectionPage(sectionView(opened, step, { conflict: null, saved: false, show: step.unit })));
  })

  .post('/:state/:unitId/:section', (c) =>
    keepingFields(c, async (fields) => {
      const { unitId, section } = c.req.param();
      const action = fieldOf(fields, ':action');
      const opened = inPressedLanguage(c, await openPreview(c), action);
      const { document } = opened.file.version;
      const step = findStep(opened, unitId, section);
      const { level } = step.unit.unit;
      const { answers, raw, held } = decideSave(document, step.section, step.unit, fields);
      const shown = { ...raw, ...held.typed };
      const typed = namesOf(document, level).map((name) => shown[name] ?? typedAs(answers[name] ?? null));
      const state = [0, 1, 2].map((place) => (place === placeOf(unitId) ? typed : (opened.state[place] ?? null)));
      const next = await opened.having(state);

      const names = new Set(step.section.questions.map(({ name }) => name));
      const now = findStep(next, unitId, section);
      const wrong = now.unit.issues.some(({ path, code }) => names.has(path) && code !== 'required');
      if (wrong || action === 'stay' || action.startsWith(TO_LANGUAGE)) {
        return c.redirect(`${next.base}/${unitId}/${section}`, 303);
      }
      return c.redirect(action === 'overview' ? next.base : (nextStep(next, now)?.href ?? next.base), 303);
    }),
  );
