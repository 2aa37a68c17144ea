/** Where a finding can be told: by mail, by form or by telephone. A mail address may be given as it is. */
function contactUri(text: string): string[] {
  if (/^(mailto:|https:\/\/|tel:)\S+$/i.test(text)) return [text];
  return /^[^\s@:/]+@[^\s@:/]+$/.test(text) ? [`mailto:${text}`] : [];
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Well below the year that RFC 9116 §2.5.5 allows: a copy that somebody kept is not to be believed for long. */
const GOOD_FOR_DAYS = 90;

/**
 * The text of `security.txt` (RFC 9116) for what the operator configured, most wanted contact first; null where no contact can be
 * read from it, because a file without one is none. `now` is ISO 8601.
 */
export function securityTxt(configured: string | undefined, publicUrl: string, now: string): string | null {
  const contacts = (configured ?? '').split(/[\s,]+/).flatMap(contactUri);
  if (contacts.length === 0) return null;
  const expires = new Date(Date.parse(`${now.slice(0, 10)}T00:00:00Z`) + GOOD_FOR_DAYS * DAY_MS);
  const lines = [
    ...contacts.map((contact) => `Contact: ${contact}`),
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: vi, en',
    `Canonical: ${publicUrl}/.well-known/security.txt`,
  ];
  return `${lines.join('\n')}\n`;
}
