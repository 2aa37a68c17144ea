import type { ProblemCode } from './problems.ts';

type Advice = Record<'vi' | 'en', string[]>;

const newLink: Advice = {
  vi: ['Hãy đề nghị cơ quan đã gửi đường dẫn cấp đường dẫn mới. Số liệu đã lưu vẫn còn nguyên.'],
  en: ['Ask the office that sent you the link for a new one. What was saved is safe.'],
};

const waitAndRetry: Advice = {
  vi: ['Hãy giữ trang này, chờ ít phút rồi bấm tải lại hoặc gửi lại.'],
  en: ['Keep this page, wait a few minutes, then reload it or send it again.'],
};

/** What to do about a problem, where there is something to do, for the people of a page. */
export const advice: Partial<Record<ProblemCode, Advice>> = {
  link_unknown: {
    vi: [
      'Hãy kiểm tra lại đường dẫn trong tin nhắn đã nhận: có thể bị thiếu hoặc thừa ký tự ở cuối.',
      'Nếu vẫn không mở được, hãy liên hệ cơ quan đã gửi đường dẫn.',
    ],
    en: [
      'Compare it with the link in the message you received: characters may be missing or too many at its end.',
      'If it still does not open, ask the office that sent it.',
    ],
  },
  link_expired: newLink,
  link_revoked: newLink,
  too_many_tries: {
    vi: ['Đường dẫn và số liệu đã lưu không bị ảnh hưởng.'],
    en: ['Your link and what was saved are not affected.'],
  },
  round_closed: {
    vi: ['Số liệu đã lưu vẫn còn nguyên. Nếu cần sửa, hãy liên hệ cơ quan chủ trì kỳ khảo sát.'],
    en: ['What was saved is safe. To correct something, ask the office that runs the round.'],
  },
  already_submitted: {
    vi: ['Nếu cần sửa sau khi nộp, hãy liên hệ cơ quan chủ trì kỳ khảo sát.'],
    en: ['To correct something after submitting, ask the office that runs the round.'],
  },
  forbidden: {
    vi: ['Hãy đăng nhập bằng tài khoản được phân quyền cho tỉnh này.'],
    en: ['Sign in with an account that has a role in this province.'],
  },
  database_unavailable: waitAndRetry,
  internal: waitAndRetry,
};
