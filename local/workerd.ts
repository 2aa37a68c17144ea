import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type MiniflareOptions, NoOpLog } from 'miniflare';
import type { LIMITS } from '../worker/http/rate-limit.ts';
import { COMPATIBILITY_DATE, COMPATIBILITY_FLAGS, RATE_LIMITS } from './compatibility.ts';
import { entryModule } from './entry.ts';
import { GATEWAY_KEY, type Gateway } from './gateway.ts';

export const WORKER = 'dia-ban';

/** Cloudflare's Email Service as Miniflare simulates it: every letter becomes a file. */
export interface SimulatedMail {
  /** The sender's address. */
  from: string;
  /** Where the texts are left, below `email/`, until the service stops. */
  folder: string;
  /** The only addresses that can be written to; any, unless told. */
  allowed?: string[];
}

/** Which requests are counted: as in production, none, or as in production but for other numbers. */
export type RequestLimits = boolean | Partial<Record<keyof typeof LIMITS, number>>;

export interface WorkerdSettings {
  /** The folder that `npm run build` fills. */
  buildDir: string;
  host: string;
  port: number;
  variables: Record<string, string>;
  gateway: Gateway;
  mail?: SimulatedMail | undefined;
  requestLimits: RequestLimits;
  /** Takes what the worker logs. */
  onLog: (text: Buffer) => void;
}

/** Has Miniflare start workerd through a script that ends it together with this process, however that ends. */
export function tetherWorkerd(): void {
  if (process.platform === 'win32') return;
  const fromMiniflare = createRequire(import.meta.resolve('miniflare'));
  process.env.TETHERED_WORKERD = fromMiniflare('workerd').default;
  process.env.MINIFLARE_WORKERD_PATH = fileURLToPath(new URL('tethered-workerd.sh', import.meta.url));
}

function rateLimitsOf({ requestLimits }: WorkerdSettings) {
  const { TRIES, ...ofRequests } = RATE_LIMITS;
  if (requestLimits === false) return { TRIES };
  const other = requestLimits === true ? {} : requestLimits;
  const limits = Object.entries(ofRequests).map(([name, { namespace_id, simple }]) => {
    const limit = other[name as keyof typeof LIMITS] ?? simple.limit;
    return [name, { namespace_id, simple: { ...simple, limit } }];
  });
  return { TRIES, ...Object.fromEntries(limits) };
}

const emailBinding = ({ allowed }: SimulatedMail) => ({
  send_email: [{ name: 'EMAIL', ...(allowed ? { allowed_destination_addresses: allowed } : {}) }],
});

/** The worker as Miniflare is to start it. Throws when it has not been built. */
export function workerdOptions(settings: WorkerdSettings): MiniflareOptions {
  const { buildDir, host, port, variables, gateway, onLog, mail } = settings;
  const modulesRoot = join(buildDir, 'worker');
  const script = join(modulesRoot, 'index.js');
  if (!existsSync(script)) throw new Error(`${script} is missing: run "npm run build" first`);
  const assets = join(buildDir, 'assets');
  const hasAssets = existsSync(assets);
  const compatibility = { compatibilityDate: COMPATIBILITY_DATE, compatibilityFlags: COMPATIBILITY_FLAGS };
  const http = {
    injectRequestHeaders: [{ name: GATEWAY_KEY, value: gateway.key }],
    forwardedProtoHeader: 'x-forwarded-proto',
  };
  const worker = {
    name: WORKER,
    ...compatibility,
    modulesRoot,
    modules: [
      {
        type: 'ESModule' as const,
        path: join(modulesRoot, 'entry.js'),
        contents: entryModule(hasAssets ? assets : null),
      },
      { type: 'ESModule' as const, path: script },
    ],
    bindings: mail ? { ...variables, MAIL_FROM: mail.from } : variables,
    ...(mail ? { email: emailBinding(mail) } : {}),
    ratelimits: rateLimitsOf(settings),
    ...(hasAssets ? { serviceBindings: { ASSETS: 'assets' } } : {}),
    outboundService: { external: { address: `127.0.0.1:${gateway.port}`, http } },
    // Straight to the worker, without Miniflare's router in between: twice the throughput.
    unsafeDirectSockets: [{ host, port }],
  };
  const files = {
    name: 'assets',
    ...compatibility,
    modules: true as const,
    script: 'export default {}',
    assets: { directory: assets },
  };
  return {
    port: 0,
    cf: false,
    ...(mail ? { defaultProjectTmpPath: mail.folder } : {}),
    log: new NoOpLog(),
    handleRuntimeStdio(stdout: Readable, stderr: Readable) {
      for (const output of [stdout, stderr]) output.on('data', onLog);
    },
    workers: hasAssets ? [worker, files] : [worker],
  };
}
