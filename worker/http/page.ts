import type { Context } from 'hono';
import { messagePage } from '../../web/fill/message.tsx';
import { pinPage } from '../../web/fill/pin.tsx';
import type { MessageView } from '../../web/fill/view.ts';
import type { App } from '../env.ts';
import type { Problem } from './problem.ts';
import { problems } from './problems.ts';

/** What to do about a problem, where there is something to do; in Vietnamese, for the people of a page. */
const advice: Partial<Record<Problem['code'], string[]>> = {
  link_unknown: [
    'Hãy kiểm tra lại đường dẫn trong tin nhắn đã nhận: có thể bị thiếu hoặc thừa ký tự ở cuối.',
    'Nếu vẫn không mở được, hãy liên hệ cơ quan đã gửi đường dẫn.',
  ],
  link_needed: [
    'Trang này chỉ mở được trên trình duyệt đã dùng để mở đường dẫn. Số liệu đã lưu vẫn còn nguyên.',
    'Nếu vừa chuyển sang trình duyệt hoặc thiết bị khác, hãy sao chép đường dẫn trong tin nhắn rồi dán vào thanh địa chỉ ở đây.',
    'Nếu vừa mở đường dẫn mà lại gặp trang này, trình duyệt đang chặn cookie. Hãy cho phép cookie; nếu không được, hãy thêm -mo vào ngay cuối đường dẫn rồi mở lại. Đường dẫn có mã PIN chỉ mở được khi cho phép cookie.',
  ],
  link_expired: ['Hãy đề nghị cơ quan đã gửi đường dẫn cấp đường dẫn mới. Số liệu đã lưu vẫn còn nguyên.'],
  link_revoked: ['Hãy đề nghị cơ quan đã gửi đường dẫn cấp đường dẫn mới. Số liệu đã lưu vẫn còn nguyên.'],
  too_many_tries: ['Đường dẫn và số liệu đã lưu không bị ảnh hưởng.'],
  round_closed: ['Số liệu đã lưu vẫn còn nguyên. Nếu cần sửa, hãy liên hệ cơ quan chủ trì kỳ khảo sát.'],
  already_submitted: ['Nếu cần sửa sau khi nộp, hãy liên hệ cơ quan chủ trì kỳ khảo sát.'],
  forbidden: ['Hãy đăng nhập bằng tài khoản được phân quyền cho tỉnh này.'],
  database_unavailable: ['Hãy giữ trang này, chờ ít phút rồi bấm tải lại hoặc gửi lại.'],
  internal: ['Hãy giữ trang này, chờ ít phút rồi bấm tải lại hoặc gửi lại.'],
};

/** A problem as a page. `kept` shows again what was typed, when it could not be saved. */
export function problemPage(
  c: Context<App>,
  problem: Problem,
  options: { kept?: MessageView['kept']; action?: MessageView['action'] } = {},
): Response | Promise<Response> {
  const prompt = c.get('pinPrompt');
  if (problem.code === 'pin_required' && prompt) {
    const { code, status } = problem;
    const asked = { language: 'vi' as const, nonce: c.get('nonce'), ...prompt, code, error: null, triesLeft: null };
    return c.html(pinPage({ ...asked, kept: options.kept ?? [] }), status);
  }
  const view: MessageView = {
    language: 'vi',
    nonce: c.get('nonce'),
    title: problems[problem.code].vi,
    body: advice[problem.code] ?? [],
    code: problem.code,
    ...options,
  };
  return c.html(messagePage(view), problem.status);
}
