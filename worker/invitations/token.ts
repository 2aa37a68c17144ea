import { randomCode } from '../db/random.ts';

/** 130 random bits; only their hash is stored. They name no province, because they are known to the registry. */
export const newToken = (): string => randomCode(26);

/** The token of an address, or null for what is none. Letters in capitals are accepted: some keyboards insist. */
export function readToken(text: string): string | null {
  const token = text.toLowerCase();
  return /^[0-9a-z]{26}$/.test(token) ? token : null;
}

export const invitationUrl = (publicUrl: string, token: string): string => `${publicUrl}/moi/${token}`;
