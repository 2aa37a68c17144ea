import { formatDay, formatTime } from '../../web/ui/format.ts';
import type { Mail } from '../mail/mail.ts';

interface Invited {
  name: string;
  /** Who invites; null for the service itself. */
  invitedBy: string | null;
  /** The province, or null for the service as a whole. */
  provinceName: string | null;
  url: string;
  expiresAt: string;
}

/** The letter that brings an invitation's link, which only its reader is to have. */
export function invitationMail({ name, invitedBy, provinceName, url, expiresAt }: Invited): Omit<Mail, 'to'> {
  const where = provinceName === null ? 'hệ thống Địa Bàn' : `hệ thống Địa Bàn (${provinceName})`;
  const paragraphs = [
    `Kính gửi: ${name}`,
    `${invitedBy ?? 'Quản trị hệ thống'} mời ông/bà tham gia ${where}. Mở đường dẫn dưới đây để xem vai trò được giao và nhận lời mời:`,
    url,
    `Đường dẫn chỉ dùng được một lần, đến ${formatTime(expiresAt)} ngày ${formatDay(expiresAt)}. Xin không chuyển tiếp thư này: ai mở đường dẫn trước sẽ nhận được vai trò.`,
    'Nếu không biết vì sao nhận được thư này, ông/bà có thể bỏ qua.',
    'Thư do hệ thống Địa Bàn gửi tự động.',
  ];
  return { subject: `Lời mời tham gia ${where}`, text: `${paragraphs.join('\n\n')}\n` };
}
