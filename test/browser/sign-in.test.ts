import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageFaults } from '../support/accessibility.ts';
import { launchBrowser } from '../support/browser.ts';
import { databaseOf } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { PASSWORD, type Service, startService } from '../support/service.ts';

let service: Service;
let browser: Browser;
let url: string;

beforeAll(async () => {
  const port = await freePort();
  // Browsers make passkeys for a name, and take no address for one.
  url = `http://localhost:${port}`;
  service = await startService({ port, publicUrl: url });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

/** A telephone with a fingerprint reader, as Chromium simulates one. */
async function withAuthenticator(page: Page): Promise<{ isVerified(yes: boolean): Promise<unknown> }> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    isVerified: (yes) => devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: yes }),
  };
}

async function signedIn(
  name: string,
  options: { javaScriptEnabled?: boolean; bypassCSP?: boolean } = {},
  role: 'reader' | 'designer' = 'reader',
): Promise<Page> {
  await service.as(role, '12', name);
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('Thư điện tử').fill(`${name}.12@example.vn`);
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.waitForURL(`${url}/console**`);
  return page;
}

test('a passkey is made on the account page, signs in without anything typed, proves again who is there, and is removed', async () => {
  const page = await signedIn('an');
  await withAuthenticator(page);
  await page.goto(`${url}/tai-khoan`);
  await page.getByLabel('Đặt tên cho khóa mới').fill('Điện thoại của tôi');
  await page.getByRole('button', { name: 'Thêm khóa đăng nhập' }).click();
  await page.getByText('Đã thêm khóa đăng nhập.').waitFor();
  expect(await page.getByRole('row', { name: /Điện thoại của tôi/ }).count()).toBe(1);

  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.waitForURL(`${url}/sign-in`);
  await page.goto(`${url}/sign-in?next=/console/12`);
  await page.getByRole('button', { name: /Dùng khóa đăng nhập/ }).click();
  await page.waitForURL(`${url}/console/12`);

  await page.goto(`${url}/sign-in/again?next=/tai-khoan`);
  await page.getByRole('button', { name: /Dùng khóa đăng nhập/ }).click();
  await page.waitForURL(`${url}/tai-khoan`);
  await page.getByRole('button', { name: 'Xóa khóa Điện thoại của tôi' }).click();
  await page.getByText('Đã xóa khóa đăng nhập.').waitFor();
  await page.context().close();
});

test('who is not known to the device is told so on the page, and can try again', async () => {
  const page = await signedIn('binh');
  const authenticator = await withAuthenticator(page);
  await page.goto(`${url}/tai-khoan`);
  await authenticator.isVerified(false);
  await page.getByRole('button', { name: 'Thêm khóa đăng nhập' }).click();
  await page.getByText('Chưa tạo được khóa trên thiết bị này').waitFor();
  await authenticator.isVerified(true);
  await page.getByRole('button', { name: 'Thêm khóa đăng nhập' }).click();
  await page.getByText('Đã thêm khóa đăng nhập.').waitFor();
  await page.context().close();
});

/** Nothing that accessibility forbids, on a telephone of 320 pixels and on a desk. */
async function isAccessible(page: Page): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect([width, await pageFaults(page)]).toEqual([width, []]);
  }
}

test('the pages with passkeys have no fault of accessibility and do not scroll sideways', async () => {
  const page = await signedIn('dung', { bypassCSP: true });
  await withAuthenticator(page);
  await page.goto(`${url}/tai-khoan`);
  await page.getByRole('button', { name: 'Thêm khóa đăng nhập' }).click();
  await page.getByText('Đã thêm khóa đăng nhập.').waitFor();
  await isAccessible(page);
  for (const path of ['/sign-in', '/sign-in/code', '/sign-in/again']) {
    await page.goto(url + path);
    await page.getByRole('button', { name: /Dùng khóa đăng nhập/ }).waitFor();
    await isAccessible(page);
  }
  await page.context().close();
});

test.each([true, false])(
  'a form that is sent when the proof has grown old waits, and is sent with one button; JavaScript: %s',
  async (javaScriptEnabled) => {
    const page = await signedIn(`thiet-ke-${javaScriptEnabled}`, { javaScriptEnabled, bypassCSP: true }, 'designer');
    await page.goto(`${url}/console/12/tich-hop`);
    const form = page.locator('form:has(input[name=scopes])');
    const name = `Kho "số liệu" <${javaScriptEnabled}>`;
    await form.locator('input[name=name]').fill(name);
    await form.locator('input[name=scopes]').first().check();
    await databaseOf(service, 'control').execute('UPDATE session SET authenticated_at = 0');
    await form.locator('button[type=submit]').click();
    await page.getByText('Nội dung vừa nhập vẫn còn nguyên').waitFor();
    if (javaScriptEnabled) await isAccessible(page);
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    const send = page.getByRole('button', { name: 'Tiếp tục gửi' });
    await send.waitFor();
    if (javaScriptEnabled) await isAccessible(page);
    await send.click();
    await page.locator('code', { hasText: 'dbk_12_' }).waitFor();
    expect(await page.getByText(name).count()).toBeGreaterThan(0);
    await page.context().close();
  },
);

test('without JavaScript no passkey is offered, and the password is', async () => {
  const page = await signedIn('chi', { javaScriptEnabled: false });
  await page.goto(`${url}/tai-khoan`);
  await page.getByText('Muốn thêm khóa, hãy dùng trình duyệt có hỗ trợ').waitFor();
  expect(await page.getByRole('button', { name: 'Thêm khóa đăng nhập' }).count()).toBe(0);
  await page.context().close();
});
