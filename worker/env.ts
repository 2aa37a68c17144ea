import type { Fetcher, RateLimit, SendEmail } from '@cloudflare/workers-types';
import type { FormDefinition } from '../forms/index.ts';
import type { PinPrompt } from '../web/fill/view.ts';
import type { KeyRow } from './auth/api-key.ts';
import type { Actor, Caller } from './auth/caller.ts';
import type { Fetch } from './tenancy/outgoing.ts';
import type { Tenant } from './tenancy/tenant.ts';

/** What the operator configures (wrangler.toml, secrets) and the platform provides. */
export interface Env {
  /** The control database, `libsql://…` or `http(s)://…`. */
  CONTROL_DATABASE_URL: string;
  CONTROL_DATABASE_TOKEN?: string;
  /** At least 32 random bytes in hex: signs sessions and seals the provinces' database tokens. */
  SECRET: string;
  /** The secrets before it, by commas, while it is being changed: what was sealed or hashed with them still opens. */
  SECRET_PREVIOUS?: string;
  /** The address that links and cookies are made for, without a closing slash: https://diaban.example.vn */
  PUBLIC_URL: string;
  /** The files beside the worker, dist/assets/; programs that act without serving (local/administration.ts) have none. */
  ASSETS?: Pick<Fetcher, 'fetch'>;
  /** Counts failed tries by address (links/tries.ts); without it none are refused. */
  TRIES?: RateLimit;
  /** Count requests by key, by address without a session, and by address (http/rate-limit.ts); without them none are refused. */
  KEY_REQUESTS?: RateLimit;
  ANONYMOUS_REQUESTS?: RateLimit;
  ADDRESS_REQUESTS?: RateLimit;
  /** The header that names a caller's address, `cf-connecting-ip` when left out; empty where no header can be trusted. */
  CLIENT_ADDRESS_HEADER?: string;
  /** Only for `wrangler dev`: where the databases named under turso.local are answered, `http://127.0.0.1:8080`. */
  LOCAL_DATABASES_URL?: string;
  /** Turso's Platform API, by which provinces' databases are made: a token for it, the organization, and a group for new databases. */
  TURSO_PLATFORM_TOKEN?: string;
  TURSO_ORGANIZATION?: string;
  TURSO_GROUP?: string;
  /** Where the Platform API is, https://api.turso.tech unless told. */
  TURSO_API_URL?: string;
  /** On one's own premises: the admin API of a sqld with namespaces, which asks for no key, and the address of a database with `{name}` in it. */
  SQLD_ADMIN_URL?: string;
  SQLD_DATABASE_URL?: string;
  /** Whom to tell about holes, most wanted first: mail addresses, `https://…`, `tel:…` (security-txt/). Without it there is no security.txt. */
  SECURITY_CONTACT?: string;
  /** Set by programs that have the databases in their own process (local/); the platform's `fetch` without. */
  FETCH?: Fetch;
  /** `off` leaves out the line that each request is logged with (http/measured.ts). */
  REQUEST_LOG?: string;
  /** The operator's OpenID provider, which tells about itself under `/.well-known/openid-configuration`; https://… */
  OIDC_ISSUER?: string;
  OIDC_CLIENT_ID?: string;
  OIDC_CLIENT_SECRET?: string;
  /** What it is called on the sign-in page; its host unless told. */
  OIDC_NAME?: string;
  /** Roles, by commas, whose holders reach nothing but their account without a second factor, a passkey or the provider; none unless told. */
  REQUIRE_SECOND_FACTOR?: string;
  /** Sends reminders by mail; without it they only stand in the list and among the events. */
  EMAIL?: SendEmail;
  /** The address that mail comes from, of a domain that is set up for Email Sending. */
  MAIL_FROM?: string;
  /** From what time of the day (Asia/Ho_Chi_Minh, HH:MM) communes are reminded; 08:00 unless told. */
  REMIND_FROM?: string;
}

/** Hono's environment: the bindings and what the middleware in `http/` and `auth/` sets for the handlers after it. */
export interface App {
  Bindings: Env;
  Variables: {
    requestId: string;
    nonce: string;
    tenant: Tenant;
    /** Set by `guard`; a caller with a key is verified in the same round trip as the data (auth/guarded-read.ts). */
    caller: Caller;
    /** Set by `guardedRead`: the key that opened what was read (keys/last-use.ts). */
    usedKey?: KeyRow;
    /** Set by `staffGuard`: who acts, for the event that a write records. */
    actor: Actor;
    /** The form behind a link, so that a refused post can show what was typed with its labels (fill/typed-fields.ts). */
    definition?: FormDefinition;
    /** Set with `pin_required`: what the page that asks for the PIN says (fill/pin.ts). */
    pinPrompt?: PinPrompt;
  };
}
