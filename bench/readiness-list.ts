/**
 * `node bench/readiness-list.ts`: how many readiness lists of 170 communes the service answers in a second at 50 connections,
 * against its `/healthz`, by turns in one run. Run `npm run build` first. Client, worker and databases share the machine.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { administration } from '../local/administration.ts';
import { integratorKey, loadProvince } from '../local/demo/load.ts';
import { Site } from '../local/demo/site.ts';
import { staffOf } from '../local/demo/staff.ts';
import { tamDuong } from '../local/demo/tam-duong.ts';
import { startRuntime } from '../local/runtime.ts';
import { hashPassword } from '../worker/auth/password.ts';

const COMMUNES = 170;
const CONNECTIONS = 50;
const ROUND_MS = 4000;
const ROUNDS = 5;

interface Load {
  url: string;
  headers: Record<string, string>;
}

/** Answers a second, and the bytes of one. */
interface Speed {
  rate: number;
  bytes: number;
}

async function speedOf({ url, headers }: Load): Promise<Speed> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const ask = () =>
    new Promise<number>((resolve, reject) => {
      get(url, { agent, headers }, (answer) => {
        let bytes = 0;
        answer.on('data', (part: Buffer) => {
          bytes += part.length;
        });
        answer.on('end', () =>
          answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${url} answered ${answer.statusCode}`)),
        );
      }).on('error', reject);
    });
  const bytes = await ask();
  const began = performance.now();
  let answers = 0;
  const keepAsking = async () => {
    while (performance.now() - began < ROUND_MS) {
      await ask();
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, keepAsking));
  agent.destroy();
  return { rate: (answers * 1000) / (performance.now() - began), bytes };
}

/** In a process of its own, as a client is. */
function inOwnProcess(load: Load): Promise<Speed> {
  return new Promise((resolve, reject) => {
    const client = fork(import.meta.filename, ['client']);
    client.once('message', resolve);
    client.once('error', reject);
    client.send(load);
  });
}

async function measure(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dia-ban-'));
  const runtime = await startRuntime({ dataDir, port: 0, requestLimits: false });
  try {
    const admin = administration(runtime.hrana);
    await admin.migrateAll();
    await admin.createProvince({ code: '12', name: 'Lai Châu' });
    const password = 'mật khẩu chỉ để đo';
    const passwordHash = await hashPassword(password);
    const staff = await staffOf(new Site(runtime.url), async (duty, role) => {
      const email = `${duty}@example.vn`;
      await admin.addStaff({ email, name: duty, passwordHash, provinceCode: '12', role });
      const site = new Site(runtime.url);
      await site.signIn(email, password);
      return site;
    });
    const model = tamDuong.communes.find(({ files }) => Object.values(files).every(({ submit }) => submit))!;
    const copies = Array.from({ length: COMMUNES }, (_, i) => ({ ...model, key: `${i}`, name: `${model.name} ${i}` }));
    const communes = copies.map(({ code: _, ...commune }) => commune);
    const rounds = await loadProvince(staff, { ...tamDuong, code: '12', communes, recognition: [] });
    const key = await integratorKey(staff.designer, '12');
    const list = `${runtime.url}/v1/provinces/12/rounds/${rounds.at(-1)!.id}/readiness`;
    const loads: Record<string, Load> = {
      hello: { url: `${runtime.url}/healthz`, headers: {} },
      list: { url: list, headers: { authorization: `Bearer ${key}` } },
      'list of 5': { url: `${list}?limit=5`, headers: { authorization: `Bearer ${key}` } },
    };
    const rates = Object.fromEntries(Object.keys(loads).map((name) => [name, [] as number[]]));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, load] of Object.entries(loads)) {
        const { rate, bytes } = await inOwnProcess(load);
        if (round === 0) console.log(`${name}: ${bytes} bytes`);
        else rates[name]!.push(rate);
      }
    }
    const median = (name: string) => rates[name]!.toSorted((a, b) => a - b)[Math.floor(rates[name]!.length / 2)]!;
    for (const name of Object.keys(loads)) {
      console.log(
        `${name}: ${Math.round(median(name))} a second, ${(median(name) / median('hello')).toFixed(3)} of hello`,
      );
    }
  } finally {
    await runtime.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

if (process.argv[2] === 'client') {
  process.once('message', async (load) => {
    process.send!(await speedOf(load as Load));
    process.disconnect();
  });
} else {
  await measure();
}
