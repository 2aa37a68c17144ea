/**
 * SpreadsheetML's own escape for what XML cannot hold (ECMA-376, ST_Xstring): `_x000D_` is a carriage return. A text that
 * looks like an escape has its first underscore escaped.
 */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The text as it stands between the tags of a worksheet: SpreadsheetML's escapes first, then XML's. */
export function encodeText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/(?![\t\n])[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu, escapeUnit)
    .replace(/[&<>"]/g, (sign) => entities[sign]!);
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeUnit(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
