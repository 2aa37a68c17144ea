import type { ContentfulStatusCode } from 'hono/utils/http-status';

interface Entry {
  status: ContentfulStatusCode;
  vi: string;
  en: string;
}

/** Every problem that a caller can meet: its stable code, its HTTP status and its sentence. Codes are never reused or renamed. */
export const problems = {
  invalid_request: { status: 422, vi: 'Dữ liệu gửi lên chưa đúng.', en: 'The request is not valid.' },
  malformed_json: {
    status: 400,
    vi: 'Nội dung gửi lên không phải JSON đúng.',
    en: 'The body is not well-formed JSON.',
  },
  unsupported_media_type: {
    status: 415,
    vi: 'Kiểu nội dung không được hỗ trợ.',
    en: 'The content type is not supported here.',
  },
  body_too_large: {
    status: 413,
    vi: 'Nội dung gửi lên quá lớn.',
    en: 'The body is too large: 256 KB, or 5 MB for a whole form.',
  },
  not_found: { status: 404, vi: 'Không có địa chỉ này.', en: 'There is nothing at this address.' },
  province_unknown: { status: 404, vi: 'Không có tỉnh này trong hệ thống.', en: 'This province is not registered.' },
  province_suspended: {
    status: 503,
    vi: 'Tỉnh này đang tạm ngừng sử dụng hệ thống.',
    en: 'This province is suspended.',
  },
  unauthenticated: { status: 401, vi: 'Cần đăng nhập hoặc có khóa truy cập.', en: 'Sign in or send an API key.' },
  sign_in_failed: {
    status: 401,
    vi: 'Địa chỉ thư hoặc mật khẩu không đúng.',
    en: 'The e-mail address or the password is wrong.',
  },
  key_invalid: { status: 401, vi: 'Khóa truy cập không đúng.', en: 'The API key is not valid.' },
  key_expired: { status: 401, vi: 'Khóa truy cập đã hết hạn.', en: 'The API key has expired.' },
  key_revoked: { status: 401, vi: 'Khóa truy cập đã bị thu hồi.', en: 'The API key has been revoked.' },
  key_of_other_province: {
    status: 403,
    vi: 'Khóa truy cập này thuộc tỉnh khác.',
    en: 'The API key belongs to another province.',
  },
  forbidden: { status: 403, vi: 'Tài khoản không có quyền làm việc này.', en: 'This is not allowed for you.' },
  cross_origin: {
    status: 403,
    vi: 'Yêu cầu được gửi từ một trang khác.',
    en: 'The request was sent from another site.',
  },
  link_unknown: {
    status: 404,
    vi: 'Đường dẫn này không đúng.',
    en: 'This link is not known.',
  },
  link_expired: { status: 410, vi: 'Đường dẫn này đã hết hạn.', en: 'This link has expired.' },
  link_revoked: { status: 410, vi: 'Đường dẫn này đã bị thu hồi.', en: 'This link has been revoked.' },
  round_closed: { status: 409, vi: 'Kỳ khảo sát đã đóng.', en: 'The round is closed.' },
  form_version_changed: {
    status: 409,
    vi: 'Biểu mẫu của kỳ khảo sát vừa được thay bằng bản mới. Hãy tải lại trang.',
    en: 'The round now uses another version of the form. Load it and go on with that.',
  },
  already_submitted: { status: 409, vi: 'Phiếu của xã đã được nộp.', en: "The commune's file has been submitted." },
  incomplete_submission: {
    status: 422,
    vi: 'Phiếu còn chỗ phải sửa hoặc cần ghi lý do.',
    en: 'Something must be corrected or given a reason before submitting.',
  },
  revision_mismatch: {
    status: 412,
    vi: 'Người khác vừa lưu phần này.',
    en: 'Somebody else saved this in the meantime.',
  },
  revision_unknown: { status: 404, vi: 'Không có lần lưu này.', en: 'There is no such revision.' },
  precondition_required: {
    status: 428,
    vi: 'Thiếu số hiệu bản đang sửa (If-Match).',
    en: 'Say in If-Match which revision you change.',
  },
  separation_of_duties: {
    status: 403,
    vi: 'Người đã làm bước trước không được làm bước này.',
    en: 'Who did the step before does not do this one.',
  },
  state_not_allowed: {
    status: 409,
    vi: 'Hồ sơ đang ở trạng thái không cho phép làm việc này.',
    en: 'The state that this is in does not allow that.',
  },
  unit_unknown: { status: 404, vi: 'Không có đơn vị này trong kỳ khảo sát.', en: 'There is no such unit here.' },
  section_unknown: { status: 404, vi: 'Phiếu không có phần này.', en: 'The form has no such section.' },
  form_unknown: { status: 404, vi: 'Không có biểu mẫu này.', en: 'There is no such form version.' },
  form_not_published: {
    status: 409,
    vi: 'Biểu mẫu chưa được ban hành.',
    en: 'The form version has not been published.',
  },
  template_unknown: { status: 422, vi: 'Không có mẫu này.', en: 'There is no such template.' },
  definition_invalid: { status: 422, vi: 'Biểu mẫu còn lỗi.', en: 'The form definition has errors.' },
  round_unknown: { status: 404, vi: 'Không có kỳ khảo sát này.', en: 'There is no such round.' },
  round_not_open: { status: 409, vi: 'Kỳ khảo sát chưa mở.', en: 'The round has not been opened.' },
  round_already_opened: { status: 409, vi: 'Kỳ khảo sát đã được mở.', en: 'The round has already been opened.' },
  no_units: { status: 409, vi: 'Chưa có xã nào để mở kỳ khảo sát.', en: 'There is no commune to open the round for.' },
  conflict: {
    status: 409,
    vi: 'Người khác vừa ghi cùng lúc. Hãy thử lại.',
    en: 'Somebody else wrote at the same moment. Try again.',
  },
  key_unknown: { status: 404, vi: 'Không có khóa truy cập này.', en: 'There is no such API key.' },
  internal: {
    status: 500,
    vi: 'Hệ thống gặp trục trặc. Dữ liệu đã lưu vẫn còn nguyên.',
    en: 'Something went wrong on our side. What was saved is safe.',
  },
  database_unavailable: {
    status: 503,
    vi: 'Chưa kết nối được cơ sở dữ liệu. Hãy thử lại sau ít phút.',
    en: 'The database cannot be reached. Try again in a few minutes.',
  },
} as const satisfies Record<string, Entry>;

export type ProblemCode = keyof typeof problems;
