import type { Context } from 'hono';
import * as v from 'valibot';
import type { KeptForm } from '../../web/console/view.ts';
import type { App } from '../env.ts';

/** What is carried at most: characters of names and values together, and fields. */
const MOST_CHARACTERS = 64 * 1024;
const MOST_FIELDS = 500;

/** Fields that are never put into a page again where something was typed, and without which their form is another. */
const SECRET = /password|token|secret|pin$/i;
/** What a device answers to a challenge, which only a script can ask: sent once more, its form would do nothing. */
const OF_DEVICE = 'credential';

/** The forms that staff fill in; nothing else is ever sent on. */
const OWN_FORM = /^\/(console|tai-khoan)(\/[^\\\s]*)?$/;

const schema = v.object({
  action: v.pipe(v.string(), v.regex(OWN_FORM)),
  fields: v.pipe(v.array(v.tuple([v.string(), v.string()])), v.maxLength(MOST_FIELDS)),
});

const isNotCarried = ([name, value]: [string, string]) => name === OF_DEVICE || (value !== '' && SECRET.test(name));

/** A form as it can be carried, or null: too large, of another place than our own pages, or with a secret in it. */
export function keepable(form: KeptForm): KeptForm | null {
  const length = form.fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  const isFit = length <= MOST_CHARACTERS && !form.fields.some(isNotCarried);
  return isFit && v.is(schema, form) ? form : null;
}

/** What a page carried of a form that was refused for want of a proof; null for what we would not have carried. */
export function readKept(json: string): KeptForm | null {
  try {
    const read = v.safeParse(schema, JSON.parse(json));
    return read.success ? keepable(read.output) : null;
  } catch {
    return null;
  }
}

const OF_FORMS = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/** The form that a request sends, to be sent once more when its person has proved who they are; null where that cannot be. */
export async function formOf(c: Context<App>): Promise<KeptForm | null> {
  if (c.req.method !== 'POST' || !OF_FORMS.test(c.req.header('content-type') ?? '')) return null;
  const { pathname, search } = new URL(c.req.url);
  // What cannot be read as a form is refused where it would be used.
  const form = await c.req.formData().catch(() => null);
  const entries = [...(form?.entries() ?? [])];
  if (!form || entries.some(([, value]) => typeof value !== 'string')) return null;
  return keepable({ action: pathname + search, fields: entries as [string, string][] });
}
