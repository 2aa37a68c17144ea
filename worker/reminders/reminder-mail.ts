import { kindOf, unitName } from '../../web/ui/unit-title.ts';
import { lastDayBefore, localDay, localTime, writtenDay } from '../db/local-time.ts';
import type { Mail } from '../mail/mail.ts';
import type { ReminderKind } from './reminders-due.ts';

interface Reminded {
  kind: ReminderKind;
  unit: { name: string; kindLabel: string };
  roundName: string;
  provinceName: string;
  /** The first instant that is late, or null. */
  deadline: string | null;
}

const subjects: Record<ReminderKind, string> = {
  not_begun: 'Nhắc nhập số liệu',
  half_done: 'Nhắc hoàn thành phiếu',
  last_week: 'Sắp hết hạn nộp phiếu',
  overdue: 'Đã quá hạn nộp phiếu',
};

const statements: Record<ReminderKind, (round: string) => string> = {
  not_begun: (round) => `Đến nay, hệ thống chưa ghi nhận số liệu nào của đơn vị trong “${round}”.`,
  half_done: (round) => `Đơn vị đã bắt đầu nhập số liệu của “${round}” nhưng phiếu còn nhiều câu chưa trả lời.`,
  last_week: (round) => `Thời hạn nộp phiếu của “${round}” sắp hết, hệ thống chưa nhận được phiếu của đơn vị.`,
  overdue: (round) =>
    `Thời hạn nộp phiếu của “${round}” đã qua, hệ thống chưa nhận được phiếu của đơn vị. Phiếu nộp sau thời hạn vẫn được tiếp nhận và được ghi nhận là nộp muộn.`,
};

/** A deadline as a letter states it: a whole day where it ends at midnight. */
function deadlineText(deadline: string): string {
  const time = localTime(deadline).slice(11, 16);
  if (time !== '00:00') return `trước ${time} ngày ${writtenDay(localDay(deadline))}`;
  return `hết ngày ${writtenDay(lastDayBefore(deadline))}`;
}

/** Whom a letter is for: the People's Committee of the commune. */
const office = (unit: Reminded['unit']) => `Ủy ban nhân dân ${kindOf(unit) === '' ? unit.name : unitName(unit)}`;

/** The letter of a reminder. It carries no link, because mail is read by many, and no figures. */
export function reminderMail({ kind, unit, roundName, provinceName, deadline }: Reminded): Omit<Mail, 'to'> {
  const paragraphs = [
    `Kính gửi: ${office(unit)}`,
    statements[kind](roundName),
    ...(deadline === null ? [] : [`Thời hạn nộp phiếu: ${deadlineText(deadline)}.`]),
    'Đề nghị đơn vị dùng đường dẫn đã được cấp để nhập đủ số liệu và nộp phiếu. Nếu không còn giữ đường dẫn, đề nghị liên hệ cơ quan chủ trì kỳ khảo sát để được cấp lại.',
    `Thư do hệ thống Địa Bàn (${provinceName}) gửi tự động.`,
  ];
  return { subject: `${subjects[kind]}: ${roundName}`, text: `${paragraphs.join('\n\n')}\n` };
}
