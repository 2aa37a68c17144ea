import { randomCode } from '../db/random.ts';

/** 130 random bits behind the province's code, which says whose database knows the token. */
export const newToken = (provinceCode: string): string => `${provinceCode}-${randomCode(26)}`;

/** The province that a token claims, or null for what is no token. Letters in capitals are accepted: some keyboards insist. */
export function readToken(text: string): { provinceCode: string; token: string } | null {
  const token = text.toLowerCase();
  const provinceCode = /^(\d{2})-[0-9a-z]{26}$/.exec(token)?.[1];
  return provinceCode ? { provinceCode, token } : null;
}
