import { Hono } from 'hono';
import { receiptPage } from '../../web/fill/receipt.tsx';
import { reviewPage } from '../../web/fill/review.tsx';
import { withdrawPage } from '../../web/fill/withdraw.tsx';
import type { App } from '../env.ts';
import { Problem } from '../http/problem.ts';
import { decideSubmit, receiptOf } from '../submissions/decide-submit.ts';
import { refuseByLink, refuseWriting } from '../submissions/open-file.ts';
import { submit, withdraw } from '../submissions/submit.ts';
import { attempt } from './attempt.ts';
import { inPressedLanguage } from './language.ts';
import { open } from './open.ts';
import { fieldOf, idOf, keepingFields, reasonsIn } from './typed-fields.ts';
import { mayHandIn, type Opened, receiptView, reviewView, withdrawView } from './views.ts';

/** For a village's link the pages of handing in do not exist. */
export function refuseVillages(opened: Opened): void {
  if (!mayHandIn(opened)) throw new Problem('not_found');
}

/** The pages of handing a file in and taking it back, without any script. */
export const handIn = new Hono<App>()
  .get('/:token/nop', async (c) => {
    const opened = await open(c, c.req.param('token'));
    refuseVillages(opened);
    if (opened.file.submission.submittedAt !== null) return c.redirect(`${opened.base}/bien-nhan`, 303);
    return c.html(reviewPage(reviewView(opened, {}, false)));
  })

  .post('/:token/nop', (c) =>
    keepingFields(c, async (fields) => {
      const action = fieldOf(fields, ':action');
      const reopen = async () => inPressedLanguage(c, await open(c, c.req.param('token')), action);
      const opened = await reopen();
      refuseVillages(opened);
      const { file, base, db, by } = opened;
      const receipt = () => c.redirect(`${base}/bien-nhan`, 303);
      const id = idOf(fields, ':submission');
      // Pressed twice, or sent again by a bad network: the first one counted, also when it was taken back since.
      if (file.submission.submittedAt !== null || receiptOf(file, id)) return receipt();

      const reasons = reasonsIn(fields);
      const again = (current: Opened) => c.html(reviewPage(reviewView(current, reasons, true)), 422);
      // The switch of language: nothing is handed in, and the reasons typed so far stay.
      if (action !== '') return c.html(reviewPage(reviewView(opened, reasons, false)));
      const command = { id, inputsVersion: Number(fieldOf(fields, 'inputsVersion')), reasons };
      const change = decideSubmit(file, command, by.now);
      if (change instanceof Problem) {
        if (change.code === 'incomplete_submission' || change.code === 'revision_mismatch') return again(opened);
        throw change;
      }
      const current = await attempt(() => submit(db, file, change, by), reopen);
      if (!current || current.file.submission.submittedAt !== null) return receipt();
      const refusal = refuseWriting(current.file, current.now);
      if (refusal) throw refusal;
      return again(current);
    }),
  )

  .get('/:token/bien-nhan', async (c) => {
    const opened = await open(c, c.req.param('token'));
    refuseVillages(opened);
    if (opened.file.submission.submittedAt === null) return c.redirect(opened.base, 303);
    return c.html(receiptPage(receiptView(opened)));
  })

  .get('/:token/rut-lai', async (c) => {
    const opened = await open(c, c.req.param('token'));
    refuseVillages(opened);
    if (opened.file.submission.submittedAt === null) return c.redirect(opened.base, 303);
    const refusal = refuseByLink(opened.file, 'withdraw', opened.now);
    if (refusal) throw refusal;
    return c.html(withdrawPage(withdrawView(opened)));
  })

  .post('/:token/rut-lai', (c) =>
    keepingFields(c, async (fields) => {
      const reopen = () => open(c, c.req.param('token'));
      const opened = await reopen();
      refuseVillages(opened);
      const { file, base, db, by } = opened;
      // Pressed twice: it is taken back already, or was handed in anew since, which is not what was taken back.
      if (file.submission.revision !== Number(fieldOf(fields, ':revision')))
        return c.redirect(`${base}/bien-nhan`, 303);
      const refusal = refuseByLink(file, 'withdraw', by.now);
      if (refusal) throw refusal;
      const current = await attempt(() => withdraw(db, file, by), reopen);
      return c.redirect(current ? `${base}/bien-nhan` : base, 303);
    }),
  );
