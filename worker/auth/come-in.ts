import type { Context } from 'hono';
import { continuePage } from '../../web/console/continue.tsx';
import { secondStepPage } from '../../web/console/second-step.tsx';
import type { KeptForm } from '../../web/console/view.ts';
import type { App } from '../env.ts';
import { textField } from './calling.ts';
import { readKept } from './kept-form.ts';
import { ownPath } from './own-path.ts';
import { nobody } from './refused-sign-in.ts';

/** Where somebody who signs in is going: a page of ours, or a form that they had sent before their proof had grown old. */
export interface GoingOn {
  next: string;
  kept: KeptForm | null;
}

/** Where the form that a request sends says that it goes on. */
export const goingOn = async (c: Context<App>): Promise<GoingOn> => ({
  next: ownPath(await textField(c, 'next')),
  kept: readKept(await textField(c, 'kept')),
});

/** Leads on who is in: to their page, or to the button that sends their form. */
export const comeIn = (c: Context<App>, { next, kept }: GoingOn) =>
  kept ? c.html(continuePage({ ...nobody(c), next, kept })) : c.redirect(next, 303);

/** Leads on to the second step; a form is carried in a page, since no address could hold it. */
export const toSecondStep = (c: Context<App>, { next, kept }: GoingOn) =>
  kept
    ? c.html(secondStepPage({ ...nobody(c), next, kept, error: null }))
    : c.redirect(`/sign-in/code?next=${encodeURIComponent(next)}`, 303);
