import type { Env } from '../../env.ts';
import { passkeyScript } from './script.ts';

/** Whom passkeys are made for: our host, on our pages. */
export interface RelyingParty {
  rpId: string;
  origin: string;
}

/**
 * Whom passkeys are made for here; null where browsers know none: a host must have a name, and its pages come by TLS, except on
 * `localhost` (WebAuthn Level 3 §5.1.3, relying party identifier).
 */
export function relyingParty({ PUBLIC_URL }: Pick<Env, 'PUBLIC_URL'>): RelyingParty | null {
  const { protocol, hostname, origin } = new URL(PUBLIC_URL);
  const hasName = !/^[\d.]+$|^\[/.test(hostname);
  return hasName && (protocol === 'https:' || hostname === 'localhost') ? { rpId: hostname, origin } : null;
}

/** The script by which a page offers passkeys; null where there can be none. */
export const passkeyScriptFor = (env: Pick<Env, 'PUBLIC_URL'>): string | null =>
  relyingParty(env) ? passkeyScript : null;
