import type { Context } from 'hono';
import { messagePage } from '../../web/fill/message.tsx';
import type { MessageView } from '../../web/fill/view.ts';
import type { App } from '../env.ts';
import { fillScript } from '../fill/script.ts';
import type { Problem } from './problem.ts';
import { problems } from './problems.ts';

/** What to do about a problem, where there is something to do; in Vietnamese, for the people of a page. */
const advice: Partial<Record<Problem['code'], string[]>> = {
  link_unknown: [
    'Hãy kiểm tra lại đường dẫn trong tin nhắn đã nhận: có thể bị thiếu hoặc thừa ký tự ở cuối.',
    'Nếu vẫn không mở được, hãy liên hệ cơ quan đã gửi đường dẫn.',
  ],
  link_expired: ['Hãy đề nghị cơ quan đã gửi đường dẫn cấp đường dẫn mới. Số liệu đã lưu vẫn còn nguyên.'],
  link_revoked: ['Hãy đề nghị cơ quan đã gửi đường dẫn cấp đường dẫn mới. Số liệu đã lưu vẫn còn nguyên.'],
  round_closed: ['Số liệu đã lưu vẫn còn nguyên. Nếu cần sửa, hãy liên hệ cơ quan chủ trì kỳ khảo sát.'],
  already_submitted: ['Nếu cần sửa sau khi nộp, hãy liên hệ cơ quan chủ trì kỳ khảo sát.'],
  forbidden: ['Hãy đăng nhập bằng tài khoản được phân quyền cho tỉnh này.'],
  database_unavailable: ['Hãy giữ trang này, chờ ít phút rồi bấm tải lại hoặc gửi lại.'],
  internal: ['Hãy giữ trang này, chờ ít phút rồi bấm tải lại hoặc gửi lại.'],
};

/** On a link's own path the page's script looks for what was typed and not sent; elsewhere there is none. */
function scriptFor(path: string): MessageView['script'] {
  const link = /^\/s\/[^/]+/.exec(path)?.[0];
  return link && fillScript ? { src: fillScript, link } : null;
}

/** A problem as a page. `kept` shows again what was typed, when it could not be saved. */
export function problemPage(
  c: Context<App>,
  problem: Problem,
  options: { kept?: MessageView['kept']; action?: MessageView['action'] } = {},
): Response | Promise<Response> {
  const view: MessageView = {
    language: 'vi',
    nonce: c.get('nonce'),
    title: problems[problem.code].vi,
    body: advice[problem.code] ?? [],
    code: problem.code,
    script: scriptFor(c.req.path),
    ...options,
  };
  return c.html(messagePage(view), problem.status);
}
