import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { sha256 } from '../../worker/db/hash.ts';
import { rowsOf } from '../support/database.ts';
import { baseOf, tokenOf } from '../support/links.ts';
import { type Service, startService } from '../support/service.ts';
import { prepareSurvey, readinessPath, type Survey } from '../support/survey.ts';

let service: Service;
let designer: Site;
let survey: Survey;

beforeAll(async () => {
  service = await startService();
  designer = await service.as('designer');
  survey = await prepareSurvey(designer);
});
afterAll(() => service.stop());

const SECRET = '0'.repeat(26);

/** Changes a row as time or an administrator would, behind the service's back. */
const inProvince = (sql: string, args: string[]) => rowsOf(service, sql, args);

/** A second link of the commune, so that breaking it leaves the others whole. */
async function newLink(): Promise<string> {
  const path = `/provinces/12/rounds/${survey.roundId}/links`;
  const { items } = await designer.api<{ items: { url: string }[] }>('POST', path, { unitIds: [survey.commune.id] });
  return baseOf(items[0]!);
}

const hashOfLink = (base: string) => sha256(tokenOf(base));

interface ProblemBody {
  type: string;
  code: string;
  status: number;
  errors?: { path: string; code: string }[];
}

async function problemOf(answer: Response): Promise<ProblemBody> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const body = (await answer.json()) as ProblemBody;
  expect(body.type).toBe(`urn:dia-ban:problem:${body.code}`);
  expect(body.status).toBe(answer.status);
  return body;
}

describe('links', () => {
  test.each([
    ['a word', '/s/abc'],
    ['a token that was never given out', `/s/12-${SECRET}-mo`],
    ['a token of a province that is not registered', `/s/99-${SECRET}-mo`],
    ['a token with a letter too many', `/s/12-${SECRET}1`],
  ])('%s is an unknown link: 404 and a page that says what to do', async (_, path) => {
    const answer = await service.stranger.get(path);
    const page = await answer.text();
    expect(answer.status).toBe(404);
    expect(page).toContain('link_unknown');
    expect(page).toContain('Đường dẫn này không đúng');
  });

  test.each([
    ['expired', 'link_expired', "UPDATE links SET expires_at = '2020-01-01T00:00:00.000Z' WHERE token_hash = ?"],
    ['revoked', 'link_revoked', "UPDATE links SET revoked_at = '2020-01-01T00:00:00.000Z' WHERE token_hash = ?"],
  ])('an %s link answers 410, and a post to it shows again what was typed', async (_, code, sql) => {
    const base = await newLink();
    await inProvince(sql, [await hashOfLink(base)]);
    const opened = await service.stranger.get(base);
    expect(opened.status).toBe(410);
    expect(await opened.text()).toContain(code);

    const fields = { population: '1.234 người', households_total: '240', ':revision': '0' };
    const posted = await service.stranger.post(`${base}/${survey.villages[0]!.id}/residents`, fields);
    const page = await posted.text();
    expect(posted.status).toBe(410);
    expect(page).toContain('Dân số thực tế cư trú');
    expect(page).toContain('1.234 người');
  });

  test('a link revoked over the API stops at once', async () => {
    const path = `/provinces/12/rounds/${survey.roundId}/links`;
    const { items } = await designer.api<{ items: { id: string; url: string }[] }>('POST', path, {});
    const link = items[0]!;
    await designer.api('POST', `${path}/${link.id}/revoke`);
    expect((await service.stranger.get(baseOf(link))).status).toBe(410);
  });

  test('a post that is no form is refused by its content type', async () => {
    const answer = await fetch(`${service.url}${survey.base}/${survey.villages[0]!.id}/residents`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: service.url },
      body: '{}',
    });
    expect(answer.status).toBe(415);
  });
});

describe('keys', () => {
  const ask = (authorization: string) => service.stranger.get(readinessPath(survey.roundId), { authorization });

  test.each([
    ['something that is no key', 'Bearer abc', 401, 'key_invalid'],
    ['another scheme', 'Basic abc', 401, 'key_invalid'],
    ['a key that was never given out', `Bearer dbk_12_${'0'.repeat(32)}`, 401, 'key_invalid'],
    ["another province's key", `Bearer dbk_33_${'0'.repeat(32)}`, 403, 'key_of_other_province'],
  ])('%s is refused with its own code', async (_, authorization, status, code) => {
    const answer = await ask(authorization);
    expect(answer.status).toBe(status);
    expect((await problemOf(answer)).code).toBe(code);
  });

  test.each([
    ['revoked', 'key_revoked', "UPDATE api_keys SET revoked_at = '2020-01-01T00:00:00.000Z' WHERE key_hash = ?"],
    ['expired', 'key_expired', "UPDATE api_keys SET expires_at = '2020-01-01T00:00:00.000Z' WHERE key_hash = ?"],
  ])('a key that is %s is refused', async (_, code, sql) => {
    const body = { name: 'Sẽ hỏng', scopes: ['readiness.read'] };
    const { key } = await designer.api<{ key: string }>('POST', '/provinces/12/keys', body);
    expect((await ask(`Bearer ${key}`)).status).toBe(200);
    await inProvince(sql, [await sha256(key)]);
    const answer = await ask(`Bearer ${key}`);
    expect([answer.status, (await problemOf(answer)).code]).toEqual([401, code]);
  });

  test('a key without the scope is forbidden', async () => {
    const body = { name: 'Chỉ đọc kỳ', scopes: ['round.read'] };
    const { key } = await designer.api<{ key: string }>('POST', '/provinces/12/keys', body);
    const answer = await ask(`Bearer ${key}`);
    expect([answer.status, (await problemOf(answer)).code]).toEqual([403, 'forbidden']);
  });
});

describe('bodies', () => {
  const post = async (body: string, contentType = 'application/json', path = '/v1/provinces/12/units') =>
    fetch(service.url + path, {
      method: 'POST',
      headers: { 'content-type': contentType, cookie: designer.cookie, origin: service.url },
      body,
    });

  test.each([
    ['malformed JSON', '{"communes": [', 'application/json', 400, 'malformed_json'],
    ['a wrong content type', '<xml/>', 'text/xml', 415, 'unsupported_media_type'],
    ['a wrong shape', '{"communes": []}', 'application/json', 422, 'invalid_request'],
  ])('%s is refused with its own code', async (_, body, contentType, status, code) => {
    const answer = await post(body, contentType);
    expect([answer.status, (await problemOf(answer)).code]).toEqual([status, code]);
  });

  /** Announces a body and waits for the answer before sending it: a refusal that comes while a body is sent cuts it off. */
  const announce = (path: string, size: number) =>
    new Promise<{ status: number | undefined; code: string }>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': size, origin: service.url };
      const sending = request(service.url + path, { method: 'POST', headers }, (answer) => {
        answer.once('data', (data: Buffer) => {
          resolve({ status: answer.statusCode, code: (JSON.parse(data.toString()) as ProblemBody).code });
          sending.destroy();
        });
      });
      sending.once('error', reject);
      sending.flushHeaders();
    });

  test.each([
    ['a body over 256 KB', '/v1/provinces/12/units', 257 * 1024],
    ['a form over 5 MB', '/v1/provinces/12/forms', 5 * 1024 * 1024 + 1],
  ])('%s is refused before it is sent', async (_, path, size) => {
    expect(await announce(path, size)).toEqual({ status: 413, code: 'body_too_large' });
  });

  test('a form may be larger than other bodies', async () => {
    const definition = { id: 'a'.repeat(1_000_000) };
    const answer = await post(JSON.stringify({ definition }), 'application/json', '/v1/provinces/12/forms');
    expect((await problemOf(answer)).code).toBe('definition_invalid');
  });

  test('a definition with errors is refused with every error and where it stands', async () => {
    const definition = {
      id: 'thu',
      title: { vi: 'Thử' },
      languages: ['vi'],
      sections: [
        {
          name: 'a',
          level: 'village',
          label: { vi: 'A' },
          questions: [
            { type: 'integer', name: 'x', label: { vi: 'X' }, relevant: '${khong_co} > 0' },
            { type: 'integer', name: 'x', label: { vi: 'X' } },
          ],
        },
      ],
    };
    const answer = await post(JSON.stringify({ definition }), 'application/json', '/v1/provinces/12/forms');
    const problem = await problemOf(answer);
    expect([answer.status, problem.code]).toEqual([422, 'definition_invalid']);
    expect(problem.errors!.length).toBeGreaterThanOrEqual(2);
    expect(problem.errors!.every(({ path }) => path.startsWith('sections.0'))).toBe(true);
  });
});

describe('addresses', () => {
  test.each([
    ['an unknown province', '/v1/provinces/99/units', 404, 'province_unknown'],
    ['a province code that is none', '/v1/provinces/abc/units', 404, 'province_unknown'],
    ['an unknown path', '/v1/nothing', 404, 'not_found'],
    ['a round without credentials', '/v1/provinces/12/rounds', 401, 'unauthenticated'],
  ])('%s has its own status and code', async (_, path, status, code) => {
    const answer = await service.stranger.get(path);
    expect([answer.status, (await problemOf(answer)).code]).toEqual([status, code]);
  });

  test('Vietnamese titles are sent to who asks for Vietnamese', async () => {
    const answer = await service.stranger.get('/v1/provinces/99/units', { 'accept-language': 'vi' });
    expect(((await answer.json()) as { title: string }).title).toBe('Không có tỉnh này trong hệ thống.');
  });

  test('a wrong password is refused on the page, which keeps the address', async () => {
    const answer = await service.stranger.post('/sign-in', { email: 'ai@example.vn', password: 'sai' });
    const page = await answer.text();
    expect(answer.status).toBe(401);
    expect(page).toContain('value="ai@example.vn"');
    expect(page).toContain('mật khẩu không đúng');
  });

  test('signing in never leads to another site', async () => {
    const page = await (await service.stranger.get('/sign-in?next=//evil.example/x')).text();
    expect(page).not.toContain('evil.example');
  });

  test('a form posted from another site is refused', async () => {
    const answer = await fetch(`${service.url}/sign-out`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: 'https://evil.example', cookie: designer.cookie },
      body: new URLSearchParams(),
    });
    expect(answer.status).toBe(403);
  });
});

test('no refusal carries a stack trace or the words of a library', async () => {
  const answers = await Promise.all([
    service.stranger.get('/v1/provinces/12/rounds/not-a-uuid/readiness', { authorization: `Bearer ${survey.key}` }),
    service.stranger.get(`${survey.base}/not-a-unit/residents`),
    service.stranger.get('/console/12'),
    service.stranger.get('/s/%00'),
    service.stranger.get('/s/%E0%A4%A'),
  ]);
  for (const answer of answers) {
    expect(answer.status).toBeLessThan(500);
    expect(await answer.text()).not.toMatch(/\bat [\w.]+ \(|SQLITE|drizzle|node_modules/);
  }
});
