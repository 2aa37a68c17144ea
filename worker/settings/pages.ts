import { type Context, Hono } from 'hono';
import { settingsPage } from '../../web/console/settings.tsx';
import { textOf } from '../../web/console/text.ts';
import { type Entered, enter, pageView } from '../console/enter.ts';
import type { App } from '../env.ts';
import { fieldOf, typedFields } from '../fill/typed-fields.ts';
import { Problem } from '../http/problem.ts';
import { writing } from '../http/writing.ts';
import { previewPurges } from '../retention/preview.ts';
import type { TypedFields } from '../submissions/decide-save.ts';
import { changeSettings, readSettings } from './change-settings.ts';
import { isKeptMonths } from './wire.ts';

/** The province of the path that this page is mounted on (app.ts). */
const codeOf = (c: Context<App>) => c.req.param('code') ?? '';

/** What was typed, and why it was not saved. */
interface Typed {
  withheld: string[];
  keptMonths: string;
  error: string | null;
}

/** The months that a field says, null for a blank one. */
function monthsIn(typed: string): number | null | 'wrong' {
  const months = typed === '' ? null : Number(typed);
  return months === null || isKeptMonths(months) ? months : 'wrong';
}

/** The page as it stands now; `typed` shows what was chosen instead of what is stored, with what was wrong with it. */
async function page(c: Context<App>, { user, tenant, may }: Entered, typed: Typed | null = null): Promise<string> {
  const { settings, known } = await readSettings(tenant.db);
  const stored = settings.answersKeptMonths?.toString() ?? '';
  const months = monthsIn(typed?.keptMonths ?? stored);
  const planned = months === 'wrong' ? [] : await previewPurges(tenant.db, months, new Date().toISOString());
  const withheld = new Set(typed?.withheld ?? settings.withheldQuestions);
  return settingsPage({
    ...pageView(c, user),
    province: { code: tenant.code, name: tenant.name },
    questions: known.map((question) => ({ ...question, isWithheld: withheld.has(question.name) })),
    keptMonths: typed?.keptMonths ?? stored,
    isPreview: typed !== null && months !== 'wrong' && typed.keptMonths !== stored,
    purges: planned.map(({ round, heldBy, ...counts }) => ({
      ...{ id: round.id, name: round.name, heldBy: heldBy?.name ?? null },
      ...counts,
    })),
    revision: settings.revision,
    canChange: may('setting.write'),
    error: typed?.error ?? null,
    notice: c.req.query('notice') === 'saved' && !typed ? 'saved' : null,
  });
}

const chosen = (fields: TypedFields) => ({
  withheld: [fields.withheld ?? []].flat(),
  keptMonths: fieldOf(fields, 'keptMonths').trim(),
});

/** The console's page of the province's settings; a plain form, no script. */
export const settingsPages = new Hono<App>()
  .get('/', async (c) => c.html(await page(c, await enter(c, codeOf(c), 'setting.read'))))

  .post('/', async (c) => {
    const entered = await enter(c, codeOf(c), 'setting.write');
    const fields = await typedFields(c);
    const { withheld, keptMonths } = chosen(fields);
    const text = textOf('vi').settings;
    const again = async (error: string | null, status: 200 | 412 | 422) =>
      c.html(await page(c, entered, { withheld, keptMonths, error }), status);
    const months = monthsIn(keptMonths);
    if (months === 'wrong') return again(text.monthsWrong, 422);
    if (fieldOf(fields, 'as') === 'preview') return again(null, 200);
    try {
      const command = { withheldQuestions: withheld, answersKeptMonths: months };
      await changeSettings(entered.tenant.db, Number(fieldOf(fields, 'revision')), command, writing(c));
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'revision_mismatch') throw error;
      return again(text.outdated, 412);
    }
    return c.redirect(`/console/${entered.tenant.code}/cai-dat?notice=saved`, 303);
  });
