import { expect, test } from 'vitest';
import { type Caller, callHost, type HostCall, waitBefore } from './host-call.ts';

const NOW = Date.parse('2026-11-27T01:00:00Z');

test.each([
  ['nothing said, after the first try', 1, null, 500],
  ['nothing said, after the second', 2, null, 1000],
  ['nothing said, after the third', 3, null, 2000],
  ['seconds', 1, '7', 7000],
  ['no seconds', 2, '0', 0],
  ['a part of a second', 1, '1.5', 1500],
  ['a date', 1, 'Fri, 27 Nov 2026 01:00:09 GMT', 9000],
  ['a date that has passed', 1, 'Fri, 27 Nov 2026 00:59:00 GMT', 0],
  ['seconds below none', 1, '-3', 0],
  ['what is neither', 3, 'soon', 500],
] as const)('the wait before the next try follows Retry-After: %s', (_, tried, retryAfter, ms) => {
  expect(waitBefore(tried, retryAfter, NOW)).toBe(ms);
});

const asked: HostCall = {
  ...{ what: 'Turso: create database', method: 'POST', url: 'https://api.example.vn/databases' },
  ...{ headers: { authorization: 'Bearer bi-mat' }, body: { name: 'p12' }, again: true },
};

/** A host that answers in turn as told (`null`: nobody answers), with what it was sent and how long was waited. */
function host(...answers: (Response | null)[]) {
  const sent: Request[] = [];
  const waits: number[] = [];
  const caller: Caller = {
    async fetch(request) {
      sent.push(request);
      const answer = answers[sent.length - 1];
      if (!answer) throw new TypeError('fetch failed');
      return answer;
    },
    wait: async (ms) => void waits.push(ms),
  };
  return { caller, sent, waits };
}

const failing = (status: number, retryAfter?: string) =>
  new Response('{}', { status, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter } });

test('a call is sent as it was given, and its answer read as JSON', async () => {
  const { caller, sent, waits } = host(Response.json({ ok: true }));
  expect(await callHost(asked, caller)).toEqual({ status: 200, json: { ok: true } });
  const [request] = sent;
  expect([request!.method, request!.url, request!.redirect]).toEqual(['POST', asked.url, 'manual']);
  expect(request!.headers.get('authorization')).toBe('Bearer bi-mat');
  expect([request!.headers.get('content-type'), await request!.json()]).toEqual(['application/json', { name: 'p12' }]);
  expect(waits).toEqual([]);
});

test('a call without a body has no content type, and an answer that is no JSON has none', async () => {
  const { body: _, ...bare } = asked;
  const { caller, sent } = host(new Response('<html>', { status: 404 }));
  expect(await callHost(bare, caller)).toEqual({ status: 404, json: null });
  expect(sent[0]!.headers.has('content-type')).toBe(false);
});

test('is sent again after 429, 5xx and no answer, and waits as the host says', async () => {
  const { caller, sent, waits } = host(failing(429, '3'), failing(503), null, Response.json({}));
  expect((await callHost(asked, caller)).status).toBe(200);
  expect([sent.length, waits]).toEqual([4, [3000, 1000, 2000]]);
  // Each try carries the whole body.
  expect(await Promise.all(sent.map((request) => request.text()))).toEqual(Array(4).fill('{"name":"p12"}'));
});

test.each([
  ['the fourth try fared no better', [failing(500), failing(500), failing(500), failing(502)], 'answered 502', 4],
  ['nobody answered four times', [null, null, null, null], 'did not answer', 4],
  ['the host asks for a longer wait than anybody waits', [failing(429, '11')], 'answered 429', 1],
] as const)('gives up when %s', async (_, answers, said, tries) => {
  const { caller, sent } = host(...answers);
  await expect(callHost(asked, caller)).rejects.toMatchObject({
    ...{ name: 'HostError', message: `Turso: create database: ${said}` },
  });
  expect(sent.length).toBe(tries);
});

test('waits ten seconds and not longer', async () => {
  const { caller, waits } = host(failing(429, '10'), Response.json({}));
  expect((await callHost(asked, caller)).status).toBe(200);
  expect(waits).toEqual([10_000]);
});

test('what would leave something behind each time is sent once', async () => {
  for (const answer of [failing(500), null]) {
    const { caller, sent, waits } = host(answer);
    await expect(callHost({ ...asked, again: false }, caller)).rejects.toThrow('Turso: create database');
    expect([sent.length, waits]).toEqual([1, []]);
  }
});

test('every other answer is the caller’s to judge, a redirect included', async () => {
  for (const status of [302, 400, 401, 404, 409]) {
    const { caller, sent } = host(new Response(null, { status }));
    expect((await callHost(asked, caller)).status).toBe(status);
    expect(sent.length).toBe(1);
  }
});
