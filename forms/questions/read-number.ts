/** Thin, narrow and full-width spaces and no-break spaces all stand for a plain one. */
const spaces = /[\s\u00a0\u2007\u2009\u202f\u3000]+/g;

/** Past this many digits a number no longer comes back as it was typed. */
const digitsKept = 15;

/**
 * Reads a number as people in Viet Nam type it; null when the text is not one number.
 *
 * - A comma is the decimal mark and a point or a space groups thousands: `1.234,5`, `1 234`, `1.234` is 1234.
 * - A point that cannot group thousands is a decimal mark: `0.5`, `12.5`, `1234.5`. (`1.234` alone could be either; the
 *   Vietnamese reading wins.)
 * - Where both marks stand, or one stands more than once, no doubt is left: `1,234.5` and `1,234,567` are read too.
 * - Full-width digits and every kind of space are accepted. Anything else, a unit or a word, is not a number.
 */
export function readNumber(raw: string): number | null {
  const text = raw.normalize('NFKC').replace(/[−–]/g, '-').replace(spaces, ' ').trim();
  const negative = text.startsWith('-');
  const unsigned = negative ? text.slice(1).trimStart() : text;
  const plain = plainDecimal(unsigned);
  if (plain === null || plain.replace(/^0+|\./g, '').length > digitsKept) return null;
  const value = Number(plain);
  // Not -0: it would be stored and shown as another answer than 0.
  return negative && value !== 0 ? -value : value;
}

/** The same number with a point for its decimal mark and nothing between its digits. */
function plainDecimal(text: string): string | null {
  if (/^\d+$/.test(text)) return text;
  // 1.234  1.234.567  1.234,5
  if (/^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(text)) return text.replaceAll('.', '').replace(',', '.');
  // 1 234  1 234,5  1 234.5
  if (/^[1-9]\d{0,2}( \d{3})+([.,]\d+)?$/.test(text)) return text.replaceAll(' ', '').replace(',', '.');
  // 1,234.5  1,234,567
  if (/^[1-9]\d{0,2}(,\d{3})+\.\d+$/.test(text) || /^[1-9]\d{0,2}(,\d{3}){2,}$/.test(text)) {
    return text.replaceAll(',', '');
  }
  // 12,5  0.5
  if (/^\d+[.,]\d+$/.test(text)) return text.replace(',', '.');
  return null;
}
