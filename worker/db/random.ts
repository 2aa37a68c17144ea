// Crockford's base 32 without the letters that are misread on paper or on the telephone.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** `length` random characters of five bits each: 26 hold 130 bits, 32 hold 160. */
export function randomCode(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('');
}
