import type { Context } from 'hono';
import { offeredLanguages, spokenTo } from '../../web/fill/language.ts';
import { messagePage } from '../../web/fill/message.tsx';
import { pinPage } from '../../web/fill/pin.tsx';
import type { MessageView } from '../../web/fill/view.ts';
import type { App } from '../env.ts';
import { languageFor } from '../fill/language.ts';
import { fillScript } from '../fill/script.ts';
import { advice } from './advice.ts';
import type { Problem } from './problem.ts';
import { problems } from './problems.ts';

/**
 * On a link's own path the page's script looks for what was typed and not sent; elsewhere there is none. The script takes the link
 * from the address: a refusal says nothing again of what it was asked with.
 */
function scriptFor(path: string): MessageView['script'] {
  return fillScript && /^\/[ps]\/[^/]/.test(path) ? { src: fillScript, link: '' } : null;
}

/** A problem as a page. `kept` shows again what was typed, when it could not be saved. */
export function problemPage(
  c: Context<App>,
  problem: Problem,
  options: { kept?: MessageView['kept']; action?: MessageView['action'] } = {},
): Response | Promise<Response> {
  const form = c.get('definition');
  const language = languageFor(c, form);
  const spoken = spokenTo(language);
  // The switch asks for the page anew, which is no way to see the answer to a form again.
  const languages = c.req.method === 'GET' ? { languages: offeredLanguages(form ?? {}) } : {};
  const prompt = c.get('pinPrompt');
  if (problem.code === 'pin_required' && prompt) {
    const { code, status } = problem;
    const asked = { language, ...languages, nonce: c.get('nonce'), ...prompt, code, error: null, triesLeft: null };
    return c.html(pinPage({ ...asked, kept: options.kept ?? [] }), status);
  }
  const view: MessageView = {
    language,
    ...languages,
    nonce: c.get('nonce'),
    title: problems[problem.code][spoken],
    body: advice[problem.code]?.[spoken] ?? [],
    code: problem.code,
    script: scriptFor(c.req.path),
    ...options,
  };
  return c.html(messagePage(view), problem.status);
}
