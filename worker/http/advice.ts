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

const newInvitation: Advice = {
  vi: ['Hãy đề nghị người đã gửi đường dẫn gửi đường dẫn mới. Nếu đã có tài khoản, hãy đăng nhập.'],
  en: ['Ask whoever sent you the link for a new one. If you have an account, sign in.'],
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
  link_needed: {
    vi: [
      'Trang này chỉ mở được trên trình duyệt đã dùng để mở đường dẫn. Số liệu đã lưu vẫn còn nguyên.',
      'Nếu vừa chuyển sang trình duyệt hoặc thiết bị khác, hãy sao chép đường dẫn trong tin nhắn rồi dán vào thanh địa chỉ ở đây.',
      'Nếu vừa mở đường dẫn mà lại gặp trang này, trình duyệt đang chặn cookie. Hãy cho phép cookie; nếu không được, hãy thêm -mo vào ngay cuối đường dẫn rồi mở lại. Đường dẫn có mã PIN chỉ mở được khi cho phép cookie.',
    ],
    en: [
      'This page opens only in the browser in which the link was opened. What was saved is safe.',
      'If you changed to another browser or device, copy the link from the message and paste it into the address bar here.',
      'If you have just opened the link and are here again, your browser refuses cookies. Allow them; if you cannot, put -mo at the very end of the link and open it again. A link with a PIN opens only with cookies.',
    ],
  },
  invitation_unknown: {
    vi: [
      'Hãy kiểm tra lại đường dẫn đã nhận: có thể bị thiếu hoặc thừa ký tự ở cuối.',
      'Nếu vẫn không mở được, hãy đề nghị người đã gửi đường dẫn gửi lại.',
    ],
    en: [
      'Compare it with the link that you received: characters may be missing or too many at its end.',
      'If it still does not open, ask whoever sent it.',
    ],
  },
  invitation_used: newInvitation,
  invitation_expired: newInvitation,
  invitation_revoked: newInvitation,
  invitation_of_other: {
    vi: ['Hãy đăng xuất, sau đó mở lại đường dẫn.'],
    en: ['Sign out, then open the link again.'],
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
  too_many_requests: waitAndRetry,
  database_unavailable: waitAndRetry,
  internal: waitAndRetry,
};
