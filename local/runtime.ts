import { randomInt } from 'node:crypto';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { Miniflare } from 'miniflare';
import { CRON } from './compatibility.ts';
import { startGateway } from './gateway.ts';
import { createHranaHandler, type HranaHandler, type HranaOptions } from './hrana/handler.ts';
import { listen } from './listen.ts';
import { urlOn } from './process.ts';
import { localSettings } from './settings.ts';
import {
  type RequestLimits,
  type SimulatedMail,
  tetherWorkerd,
  WORKER,
  type WorkerdSettings,
  workerdOptions,
} from './workerd.ts';

export interface RuntimeOptions extends HranaOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  host?: string;
  /** The address that links are made for, without a closing slash; by default the address the service listens on. */
  publicUrl?: string;
  /** The header in which a proxy before the service names a caller's address; without one all callers share one count of tries. */
  clientAddressHeader?: string;
  /** More variables for the worker, or other values for its usual ones. */
  bindings?: Record<string, string>;
  /** Whether the worker logs a line for each request; it does not, unless told. */
  requestLog?: boolean;
  /**
   * Takes what the worker logs. By default it goes to standard error, for whoever runs it: standard output stays free for the
   * program's own answer.
   */
  onLog?: (text: Buffer) => void;
  /** Hosts besides the databases that the worker may call; none by default. */
  allowOutbound?: (url: URL) => boolean;
  /** Lets the worker send mail, into files; without it no mail is configured. */
  mail?: SimulatedMail;
  /** Counts requests by key and address as in production, unless told; measurements turn it off. */
  requestLimits?: RequestLimits;
  /** The folder that `npm run build` fills. */
  buildDir?: string;
}

export interface Runtime {
  /** Where the service answers, without a closing slash. */
  url: string;
  /** The databases: also a fetch function for clients of this process, and the count of round trips. */
  hrana: HranaHandler;
  /** Asks the service over HTTP; a path is taken relative to `url`. */
  dispatchFetch(path: string, init?: RequestInit): Promise<Response>;
  /** Runs the scheduled handler now, and waits for what it started. */
  runScheduled(): Promise<void>;
  stop(): Promise<void>;
}

const MINUTE_MS = 60_000;
const BUILD_DIR = fileURLToPath(new URL('../dist', import.meta.url));

/**
 * Starts the built worker in workerd, with the databases of `dataDir` behind it.
 * Rejects with the system's error (`EADDRINUSE`) when the address is taken, before anything is started.
 */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const host = options.host ?? '127.0.0.1';
  const port = await freePort(options.port ?? 0, host);
  const url = urlOn(host, port);
  const hrana = createHranaHandler(options);
  const gateway = await startGateway(hrana, options.allowOutbound ?? (() => false));
  const variables = {
    ...localSettings(options.dataDir),
    PUBLIC_URL: options.publicUrl ?? url,
    CLIENT_ADDRESS_HEADER: options.clientAddressHeader ?? '',
    REQUEST_LOG: options.requestLog ? 'on' : 'off',
    ...options.bindings,
  };
  const close = () => {
    gateway.close();
    hrana.close();
  };
  const onLog = options.onLog ?? ((text) => void process.stderr.write(text));
  const buildDir = options.buildDir ?? BUILD_DIR;
  const settings = {
    buildDir,
    host,
    port,
    variables,
    gateway,
    onLog,
    mail: options.mail,
    requestLimits: options.requestLimits ?? true,
  };
  const miniflare = await startWorkerd(settings).catch((error) => {
    close();
    throw error;
  });

  const runScheduled = async () => {
    const worker = await miniflare.getWorker(WORKER);
    const { outcome } = await worker.scheduled({ cron: CRON });
    if (outcome !== 'ok') throw new Error(`The scheduled handler ended with "${outcome}"`);
  };
  const schedule = everyMinute(runScheduled);

  return {
    url,
    hrana,
    dispatchFetch: (path, init) => fetch(new URL(path, url), init),
    runScheduled,
    async stop() {
      clearInterval(schedule);
      await miniflare.dispose();
      close();
    },
  };
}

async function startWorkerd(settings: WorkerdSettings): Promise<Miniflare> {
  tetherWorkerd();
  const miniflare = new Miniflare(workerdOptions(settings));
  try {
    await miniflare.ready;
    return miniflare;
  } catch (error) {
    // Disposing of what did not start fails with the same error again.
    await miniflare.dispose().catch(() => undefined);
    throw error;
  }
}

/** Calls every minute, but never again before the last call has ended. */
function everyMinute(call: () => Promise<void>): NodeJS.Timeout {
  let running = false;
  return setInterval(async () => {
    if (running) return;
    running = true;
    await call().catch((error) => console.error(error));
    running = false;
  }, MINUTE_MS);
}

/** Ports that no system gives out by itself: whoever asks for any free port, as our own gateway does next, gets another. */
const CHOSEN_FROM = 20_000;
const CHOSEN_TO = 32_000;

/** Makes sure that the port can be had, and finds one for 0: the worker is told its address before it listens. */
async function freePort(port: number, host: string): Promise<number> {
  const wanted = port === 0 ? randomInt(CHOSEN_FROM, CHOSEN_TO) : port;
  const probe = createServer();
  try {
    await listen(probe, wanted, host);
  } catch (error) {
    if (port === 0 && (error as NodeJS.ErrnoException).code === 'EADDRINUSE') return freePort(0, host);
    throw error;
  }
  await new Promise((resolve) => probe.close(resolve));
  return wanted;
}
