import type { BetterAuthPlugin } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import type { Env } from '../env.ts';

/** The only provider that there is; under this name accounts are linked to it. */
export const OIDC = 'oidc';

/** What one sign-in by the operator's provider brought to light. */
export interface OidcRun {
  /** Whether the provider is to ask its person anew, however recently it did. */
  anew: boolean;
  /** Whether the provider says that it asked for a second factor (`amr`, RFC 8176). */
  strong: boolean;
  /** When the provider last asked its person who they are (`auth_time`, OpenID Connect Core §2); null where it does not say. */
  askedAt: Date | null;
  /** Who was linked to their subject at the provider by it, for the first time. */
  linked: string | null;
}

/** Where the provider sends people back to; it has to know this address. */
export const callbackUrl = (env: Env) => `${env.PUBLIC_URL}/sign-in/oidc/callback`;

/** A sign-in by the provider of which nothing is known yet. */
export const newRun = (anew = false): OidcRun => ({ anew, strong: false, askedAt: null, linked: null });

/** The provider's name on the button; null where none is configured. */
export const oidcName = (env: Env): string | null =>
  env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET
    ? env.OIDC_NAME || new URL(env.OIDC_ISSUER).host
    : null;

/** The claims of an ID token whose signature, issuer, audience and nonce have been checked. */
function claimsOf(idToken: string | undefined): { sub?: string; amr?: string[]; auth_time?: number } {
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
        // With `max_age` it has to say when it asked (§3.1.2.1), which is what counts here.
        ...(run.anew ? { prompt: 'login' as const, authorizationUrlParams: { max_age: '0' } } : {}),
        requireIdTokenVerification: true,
        disableSignUp: true,
        accountSubject({ tokens }) {
          const { sub, amr, auth_time } = claimsOf(tokens.idToken);
          run.askedAt = typeof auth_time === 'number' ? new Date(auth_time * 1000) : null;
          run.strong = amr?.includes('mfa') ?? false;
          return sub ?? '';
        },
      },
    ],
  });
