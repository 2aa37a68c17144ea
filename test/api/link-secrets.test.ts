import { afterAll, beforeAll, expect, test } from 'vitest';
import { Site } from '../../local/demo/site.ts';
import { sha256 } from '../../worker/db/hash.ts';
import { rowsOf } from '../support/database.ts';
import { baseOf, givePin, linksOf, type MadeLink, tokenOf, wrongPin } from '../support/links.ts';
import { Phone } from '../support/phone.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey, type Survey } from '../support/survey.ts';

let service: Service;
let survey: Survey;
let logged = '';

/** Links that are used in every way there is: open, with a PIN, locked, revoked, given anew. */
let links: MadeLink[];
/** What may be known to nobody but whoever was given a link: tokens, PINs, and the hashes by which they are found. */
let secrets: string[];
/** The first visits: the only answers that hold a token, for the browser to keep. */
const visits: Response[] = [];
const answers: { status: number; path: string; body: string; headers: Headers }[] = [];

const UNKNOWN = `12-${'0'.repeat(26)}`;

async function visit(path: string, asked: Promise<Response>): Promise<void> {
  const answer = await asked;
  answers.push({ status: answer.status, path, headers: answer.headers, body: await answer.text() });
}

beforeAll(async () => {
  service = await startService({ requestLog: true, onLog: (text) => (logged += text.toString()) });
  const designer = await service.as('designer');
  survey = await prepareSurvey(designer);
  const round = linksOf(designer, survey.roundId);
  const open = (await round.make()).items[0]!;
  const [pinned, locked, revoked, old] = (await Promise.all([1, 2, 3, 4].map(() => round.make({ pin: true })))).map(
    ({ items }) => items[0]!,
  );
  await designer.api('POST', `${round.path}/${revoked!.id}/revoke`);
  links = [open, pinned!, locked!, revoked!, old!, await round.reissue(old!.id)];

  const tokens = [UNKNOWN, tokenOf(survey.url), ...links.map(({ url }) => tokenOf(url))];
  const rows = await rowsOf(service, 'SELECT token_hash, pin_hash FROM links');
  const hashes = [...rows.flatMap((row) => [row.token_hash, row.pin_hash]), await sha256(UNKNOWN)];
  const pins = links.flatMap((link) => (link.pin ? [link.pin, wrongPin(link)] : []));
  secrets = [...tokens, ...tokens.map((token) => token.slice(3)), ...hashes, ...pins].filter(
    (secret) => typeof secret === 'string',
  );

  const clerk = new Phone(service.url);
  const section = (base: string) => `${base}/${survey.villages[0]!.id}/residents`;
  const fields = { population: '1.192', households_total: '240', ':revision': '0' };
  const everywhere = async () => {
    const urls = [...links.map(({ url }) => url), `${service.url}/s/${UNKNOWN}`];
    const clean = await Promise.all(
      urls.map(async (url) => {
        const first = await clerk.get(new URL(url).pathname);
        visits.push(first);
        return first.headers.get('location')!;
      }),
    );
    for (const base of [...urls.map((url) => baseOf({ url })), ...clean]) {
      await visit(base, clerk.get(base));
      await visit(section(base), clerk.post(section(base), fields));
      await visit(`${base}/nop`, clerk.get(`${base}/nop`));
    }
  };
  await everywhere();
  for (const base of [baseOf(pinned!), await clerk.open(pinned!.url)]) await givePin(clerk, base, pinned!.pin!);
  const stranger = new Site(service.url);
  for (let i = 0; i < 7; i += 1) {
    await visit(`${baseOf(locked!)}/pin`, givePin(stranger, baseOf(locked!), wrongPin(locked!)));
  }
  await everywhere();

  // The database answers with an error, then the stored form makes no sense: neither was foreseen.
  await rowsOf(service, 'ALTER TABLE round_units RENAME TO gone');
  await everywhere();
  await visit(`${baseOf(pinned!)}/pin`, givePin(stranger, baseOf(pinned!), pinned!.pin!));
  await rowsOf(service, 'ALTER TABLE gone RENAME TO round_units');
  await rowsOf(service, `UPDATE form_versions SET document = '{"sections":7}', hash = 'damaged'`);
  await everywhere();
}, 60_000);
afterAll(() => service.stop());

/** Six digits may stand within an id by chance: a PIN is one that stands by itself. */
const found = (text: string) => secrets.filter((secret) => new RegExp(`(?<![0-9a-z])${secret}(?![0-9a-z])`).test(text));

test('every way of using a link was gone', () => {
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 303, 401, 404, 409, 410, 429, 500]));
  expect(secrets.length).toBeGreaterThan(30);
});

test('what the worker logs holds no token, no PIN and no hash of one', async () => {
  await expect.poll(() => logged.split('request.failed').length).toBeGreaterThan(20);
  expect(logged).toContain('"route":"/s/:token/pin"');
  expect(found(logged)).toEqual([]);
});

test('what is recorded of acts holds none either', async () => {
  const rows = await rowsOf(service, 'SELECT * FROM events');
  const text = JSON.stringify(rows);
  expect(text).toContain('link.pin_try');
  expect(text).toContain('link.reissue');
  expect(found(text)).toEqual([]);
});

test('no answer lets the browser tell others where it has been, or is kept on the way', () => {
  expect(answers.filter(({ headers }) => headers.get('referrer-policy') !== 'strict-origin')).toEqual([]);
  const kept = answers.filter(({ headers }) => !/private|no-store/.test(headers.get('cache-control') ?? ''));
  expect(kept.map(({ path }) => path)).toEqual([]);
});

test('a refusal does not say again what it was asked with', () => {
  const refusals = answers.filter(({ status }) => status >= 400 && status !== 401 && status !== 409);
  expect(refusals.flatMap(({ path, body }) => found(body).map(() => path))).toEqual([]);
  for (const { headers } of refusals) expect(found(JSON.stringify([...headers]))).toEqual([]);
});

test('the first visit tells a token to nothing but the cookie, and a clean address never tells it', () => {
  expect(visits.length).toBeGreaterThan(20);
  for (const { headers } of visits) {
    expect(found(headers.get('location')!)).toEqual([]);
    expect(headers.get('referrer-policy')).toBe('strict-origin');
    expect(headers.get('cache-control')).toContain('private');
    const others = [...headers].filter(([name]) => name !== 'set-cookie');
    expect(found(JSON.stringify(others))).toEqual([]);
  }
  const clean = answers.filter(({ path }) => path.startsWith('/p/'));
  expect(new Set(clean.map(({ status }) => status))).toEqual(new Set([200, 401, 404, 409, 410, 500]));
  for (const { headers, body } of clean) expect(found(body + JSON.stringify([...headers]))).toEqual([]);
});

test('problems of the API do not either', async () => {
  const designer = await service.as('designer');
  const revoked = links[3]!;
  const path = `/provinces/12/rounds/${survey.roundId}/links/${revoked.id}/reissue`;
  const refusal = await designer.api('POST', path).catch((error: Error) => error.message);
  expect(refusal).toContain('link_revoked');
  expect(found(String(refusal))).toEqual([]);
});
