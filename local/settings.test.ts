import { expect, test } from 'vitest';
import { mayCallOut, operatorSettings } from './settings.ts';

const OIDC = { OIDC_ISSUER: 'https://id.example.vn/realm', OIDC_CLIENT_ID: 'dia-ban', OIDC_CLIENT_SECRET: 'x' };

test('the provider, the roles that want more than a password and the contact are passed on, and nothing else', () => {
  const set = { ...OIDC, REQUIRE_SECOND_FACTOR: 'operator', SECURITY_CONTACT: 'mailto:a@example.vn' };
  expect(operatorSettings({ ...set, OIDC_NAME: '', SECRET: 'mine', PATH: '/bin' })).toEqual(set);
  expect(operatorSettings({})).toEqual({});
});

test('without a provider nothing leaves this machine', () => {
  expect(mayCallOut({})(new URL('https://id.example.vn/'))).toBe(false);
});

test('with one it is reached, and its other hosts over TLS only', () => {
  const isAllowed = (issuer: string, url: string) => mayCallOut({ OIDC_ISSUER: issuer })(new URL(url));
  expect(isAllowed(OIDC.OIDC_ISSUER, 'https://id.example.vn/token')).toBe(true);
  expect(isAllowed(OIDC.OIDC_ISSUER, 'https://keys.example.vn/jwks')).toBe(true);
  expect(isAllowed(OIDC.OIDC_ISSUER, 'http://169.254.169.254/')).toBe(false);
  expect(isAllowed('http://127.0.0.1:9000', 'http://127.0.0.1:9000/token')).toBe(true);
  expect(isAllowed('http://127.0.0.1:9000', 'http://127.0.0.1:9001/token')).toBe(false);
});
