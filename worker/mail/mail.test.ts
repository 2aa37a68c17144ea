import { expect, test } from 'vitest';
import type { Env } from '../env.ts';
import { mailer } from './mail.ts';

/** The platform's side: keeps what it is given. The simulator of workerd is asked in test/api/reminders.test.ts. */
function platform() {
  const sent: object[] = [];
  const EMAIL = { send: async (mail: object) => void sent.push(mail) } as unknown as NonNullable<Env['EMAIL']>;
  return { sent, send: mailer({ EMAIL, MAIL_FROM: 'dia-ban@example.vn' })! };
}
const mail = { to: 'ubnd.banbo@example.vn', subject: 'Nhắc nộp phiếu', text: 'Kính gửi' };

test('there is no mail where none is configured', () => {
  expect(mailer({})).toBeNull();
  expect(mailer({ MAIL_FROM: 'dia-ban@example.vn' })).toBeNull();
});

test.each(['Nhắc\r\nBcc: kh@example.com', 'Nhắc\nBcc: kh@example.com', 'Nhắc\u2028Bcc: kh@example.com'])(
  'a subject stays one line: %j',
  async (subject) => {
    const { sent, send } = platform();
    await send({ ...mail, subject });
    expect(sent).toEqual([expect.objectContaining({ subject: 'Nhắc Bcc: kh@example.com' })]);
  },
);

test.each([
  'ubnd@example.vn\r\nBcc: kh@example.com',
  'ubnd@example.vn, kh@example.com',
  'UBND <ubnd@example.vn>',
  'ubnd',
  '',
])('nothing is sent to what is no single address: %j', async (to) => {
  const { sent, send } = platform();
  await expect(send({ ...mail, to })).rejects.toThrow(TypeError);
  expect(sent).toEqual([]);
});
