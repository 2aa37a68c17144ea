import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { FormDefinition } from '../../forms/index.ts';
import { offeredLanguages } from '../../web/fill/language.ts';
import type { App } from '../env.ts';

const COOKIE = 'dia-ban-lang';
const YEAR_S = 365 * 24 * 3600;

/**
 * The language that a reader chose, where a form (or, without one, the pages) can be read in it; else Vietnamese. What the browser
 * asks for is not consulted: many a clerk's phone speaks English by accident (ADR 0020).
 */
export function languageFor(c: Context<App>, form: Partial<Pick<FormDefinition, 'languages'>> = {}): string {
  const chosen = getCookie(c, COOKIE);
  return offeredLanguages(form).find((language) => language === chosen) ?? 'vi';
}

/** Remembers a reader's choice for all pages to come. */
function chooseLanguage(c: Context<App>, language: string): void {
  const secure = c.env.PUBLIC_URL.startsWith('https:');
  setCookie(c, COOKIE, language, { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: YEAR_S, secure });
}

/** What `:action` begins with where the switch was pressed instead of another button (`LanguageSwitch`). */
export const TO_LANGUAGE = 'lang:';

/** What a form post opened, in the language that it asks for from now on, if it does. */
export function inPressedLanguage<T extends { language: string; file: { version: { document: FormDefinition } } }>(
  c: Context<App>,
  opened: T,
  action: string,
): T {
  const offered = offeredLanguages(opened.file.version.document);
  const pressed = offered.find((language) => action === TO_LANGUAGE + language);
  if (pressed === undefined) return opened;
  chooseLanguage(c, pressed);
  return { ...opened, language: pressed };
}

/** `?lang=en` on any page: remembers it and shows the page again, under its own address. */
export const languageLink = createMiddleware<App>(async (c, next) => {
  const url = new URL(c.req.url);
  const language = url.searchParams.get('lang');
  if (c.req.method !== 'GET' || language === null) return next();
  // Which languages a form has is not known yet; what it has not is passed over when the page is shown.
  if (/^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/.test(language)) chooseLanguage(c, language);
  url.searchParams.delete('lang');
  return c.redirect(url.pathname + url.search, 303);
});
