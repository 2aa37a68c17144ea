import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/**
 * The browser of every browser test. `CHROMIUM_PATH` chooses one; otherwise it is the Chromium inside the npm package
 * (Linux on x64), so that `npm ci` is all the set-up there is; elsewhere the installed Chrome. With `keepsPages` it shows pages from
 * its memory on the way back, as people's browsers do.
 */
export async function launchBrowser({ keepsPages = false } = {}): Promise<Browser> {
  // Playwright takes the memory of whole pages for the way back out of the browser, unless told.
  const options = { args, ...(keepsPages ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}) };
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return chromium.launch({ ...options, executablePath: chosen });
  if (process.platform !== 'linux' || process.arch !== 'x64') return chromium.launch({ ...options, channel: 'chrome' });
  const unpacked = await unpack();
  const [executablePath, env] = [join(unpacked, 'chromium'), workingEnvironment(unpacked)];
  return chromium.launch({ ...options, executablePath, env });
}

/**
 * Not the package's own flags: those are for AWS Lambda, run everything in one process (which dies with the first closed
 * context) and switch web security off, which the tests are there to see.
 */
const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];

/**
 * The folder with the browser and its libraries, unpacked on first use. Processes that start together each unpack into a
 * folder of their own and the first to finish gives its folder the final name, so nobody ever sees half a browser.
 */
async function unpack(): Promise<string> {
  const packageFolder = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const finished = join(tmpdir(), `dia-ban-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (existsSync(finished)) return finished;
  const staging = await mkdtemp(join(tmpdir(), 'dia-ban-chromium-'));
  const before = process.env.TMPDIR;
  try {
    // inflate() always writes into os.tmpdir(), and chooses its target before it first waits.
    process.env.TMPDIR = staging;
    const unpacking = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map((archive) =>
      inflate(join(packageFolder, 'bin', archive)),
    );
    restoreTemporaryFolder(before);
    await Promise.all(unpacking);
    await rename(staging, finished).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    restoreTemporaryFolder(before);
    await rm(staging, { recursive: true, force: true });
  }
  return finished;
}

function restoreTemporaryFolder(before: string | undefined): void {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
}

/** The machine's own libraries where they suffice; the ones in the package where it lacks libnss3 and its kin. */
function workingEnvironment(unpacked: string): Record<string, string> {
  const own = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]));
  if (!existsSync('/etc/fonts/fonts.conf')) own.FONTCONFIG_PATH ??= join(unpacked, 'fonts');
  const libraries = [join(unpacked, 'al2023', 'lib'), own.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const bundled = { ...own, LD_LIBRARY_PATH: libraries };
  const starts = (env: Record<string, string>) => spawnSync(join(unpacked, 'chromium'), ['--version'], { env });
  if (starts(own).status === 0) return own;
  const attempt = starts(bundled);
  if (attempt.status === 0) return bundled;
  throw new Error(
    `The Chromium of @sparticuz/chromium does not start here; set CHROMIUM_PATH to another.\n${attempt.stderr}`,
  );
}
