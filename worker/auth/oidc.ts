import type { BetterAuthPlugin } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import type { Env } from '../env.ts';

/** The only provider that there is; under this name accounts are linked to it. */
export const OIDC = 'oidc';

/** What one sign-in by the operator's provider brought to light. */
export interface OidcRun {
  /** Whether the provider says that it asked for a second factor (`amr`, RFC 8176). */
  strong: boolean;
  /** Who was linked to their subject at the provider by it, for the first time. */
  linked: string | null;
}

/** Where the provider sends people back to; it has to know this address. */
export const callbackUrl = (env: Env) => `${env.PUBLIC_URL}/sign-in/oidc/callback`;

/** The provider's name on the button; null where none is configured. */
export const oidcName = (env: Env): string | null =>
  env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET
    ? env.OIDC_NAME || new URL(env.OIDC_ISSUER).host
    : null;

/** The claims of an ID token whose signature, issuer, audience and nonce have been checked. */
function claimsOf(idToken: string | undefined): { sub?: string; amr?: string[] } {
  if (!idToken) throw new Error('The provider gave no ID token');
  return JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString());
}

/** Signing in by the operator's provider: discovery, PKCE, state and nonce. Who has no account here gets none. */
export const oidcPlugin = (env: Env, run: OidcRun): BetterAuthPlugin =>
  genericOAuth({
    config: [
      {
        providerId: OIDC,
        discoveryUrl: `${env.OIDC_ISSUER?.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId: env.OIDC_CLIENT_ID ?? '',
        clientSecret: env.OIDC_CLIENT_SECRET ?? '',
        redirectURI: callbackUrl(env),
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        requireIdTokenVerification: true,
        disableSignUp: true,
        accountSubject({ tokens }) {
          const { sub, amr } = claimsOf(tokens.idToken);
          run.strong = amr?.includes('mfa') ?? false;
          return sub ?? '';
        },
      },
    ],
  });
