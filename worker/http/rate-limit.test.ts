import { expect, test } from 'vitest';
import { limitsFor } from './rate-limit.ts';

const KEY = `dbk_12_${'0'.repeat(32)}`;
const SESSION = '__Host-dia-ban.session_token=abc.def';

test.each([
  ['a read with a key', '/v1/provinces/12/rounds', `Bearer ${KEY}`, '', ['KEY_REQUESTS', 'ADDRESS_REQUESTS']],
  ['a key beside a session', '/v1/provinces/12/rounds', `bearer ${KEY}`, SESSION, ['KEY_REQUESTS', 'ADDRESS_REQUESTS']],
  ['a person', '/v1/provinces/12/rounds', '', `a=b; ${SESSION}`, ['ADDRESS_REQUESTS']],
  ['a person without TLS', '/v1/provinces/12/rounds', '', 'dia-ban.session_token=abc', ['ADDRESS_REQUESTS']],
  ['nobody', '/v1/provinces/12/rounds', '', '', ['ANONYMOUS_REQUESTS']],
  ['a cookie of something else', '/v1/provinces/12/units', '', 'x-dia-ban.session_token=abc', ['ANONYMOUS_REQUESTS']],
  ['another scheme', '/v1/provinces/12/units', 'Basic abc', '', ['ANONYMOUS_REQUESTS']],
  ['a clerk', '/p/0123456789ab', '', '', ['ADDRESS_REQUESTS']],
  ['a key where none is taken', '/console/12', `Bearer ${KEY}`, '', ['ADDRESS_REQUESTS']],
  ['a monitor', '/readyz', '', '', []],
])('%s is counted as that', (_, path, authorization, cookie, bindings) => {
  expect(limitsFor({ path, authorization, cookie }).map(({ binding }) => binding)).toEqual(bindings);
});
