import type { Context } from 'hono';
import { accepts } from 'hono/accepts';

/** Programs read English unless they ask for Vietnamese; pages choose for themselves. */
export function languageOf(c: Context): 'vi' | 'en' {
  return accepts(c, { header: 'Accept-Language', supports: ['en', 'vi'], default: 'en' }) === 'vi' ? 'vi' : 'en';
}
