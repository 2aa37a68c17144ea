import { findPersonalData } from '../../forms/privacy/personal-data.ts';
import { textOf } from '../fill/text.ts';
import type { Entries } from './sync/entry.ts';

/**
 * Why some of what was typed is not to be sent, by question: it looks like a person's data, by the function that the server judges
 * with too. Null where nothing does, and in a browser that cannot tell (forms/privacy/): there the server says it.
 */
export function personalDataIn(entries: Entries): Record<string, string> | null {
  const reasons: Record<string, string> = {};
  try {
    for (const [name, { answer, raw }] of Object.entries(entries)) {
      const [found] = [answer, raw].flat().flatMap((text) => (typeof text === 'string' ? findPersonalData(text) : []));
      if (found) reasons[name] = `“${found.text}”: ${textOf(document.documentElement.lang).section.noPeople}`;
    }
  } catch {}
  return Object.keys(reasons).length > 0 ? reasons : null;
}
