import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import { listen } from '../../local/listen.ts';

export const CLIENT = { id: 'dia-ban', secret: 'for-tests-only' };

/** Who is at the provider's own sign-in page, and what it says of them. */
export interface ProviderPerson {
  sub: string;
  email: string;
  email_verified: boolean;
  amr?: string[];
}

export interface OpenIdProvider {
  issuer: string;
  /** The person who signs in at the provider next, without being asked anything. */
  person: ProviderPerson;
  /** Claims that the next ID tokens say instead; signed with the provider's own key, as one that is wrong would. */
  instead: Record<string, unknown>;
  stop(): Promise<void>;
}

interface Settings {
  redirectUris: string[];
}

/** A real OpenID provider on this machine, which wants PKCE. */
export async function startOpenIdProvider({ redirectUris }: Settings): Promise<OpenIdProvider> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { ...privateKey.export({ format: 'jwk' }), kid: 'test', alg: 'RS256', use: 'sig' };
  const people = new Map<string, ProviderPerson>();
  const server = createServer((request, response) => answer(request, response));
  const port = await listen(server, 0, '127.0.0.1');
  const issuer = `http://127.0.0.1:${port}`;
  const running: OpenIdProvider = {
    issuer,
    person: { sub: 'nobody', email: 'nobody@example.vn', email_verified: true },
    instead: {},
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: redirectUris }],
    jwks: { keys: [key] },
    cookies: { keys: ['for tests only'] },
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => people.get(sub) }),
    async loadExistingGrant(context: { oidc: { client: { clientId: string }; session: { accountId: string } } }) {
      const { client, session } = context.oidc;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    await next();
    const body = context.body as { id_token?: string } | undefined;
    if (context.path === '/token' && body?.id_token && Object.keys(running.instead).length > 0) {
      body.id_token = signedAnew(body.id_token, running.instead, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    }
  });
  const callback = provider.callback();
  const answer: Parameters<typeof createServer>[1] & object = (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response);
    people.set(running.person.sub, running.person);
    return provider.interactionFinished(request, response, {
      login: { accountId: running.person.sub, amr: running.person.amr },
    });
  };
  return running;
}

function signedAnew(token: string, claims: Record<string, unknown>, key: string | Buffer): string {
  const [header = '', payload = ''] = token.split('.');
  const said = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const body = `${header}.${Buffer.from(JSON.stringify({ ...said, ...claims })).toString('base64url')}`;
  return `${body}.${createSign('sha256').update(body).sign(key, 'base64url')}`;
}
