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
    en: 'The body is too large: 256 KB, or 5 MB for a whole form or a file.',
  },
  not_found: { status: 404, vi: 'Không có địa chỉ này.', en: 'There is nothing at this address.' },
  method_not_allowed: {
    status: 405,
    vi: 'Không thể làm việc này tại địa chỉ này.',
    en: 'This address does not take that method; `Allow` names those that it takes.',
  },
  province_unknown: { status: 404, vi: 'Không có tỉnh này trong hệ thống.', en: 'This province is not registered.' },
  province_suspended: {
    status: 503,
    vi: 'Tỉnh này đang tạm ngừng sử dụng hệ thống.',
    en: 'This province is suspended.',
  },
  province_being_made: {
    status: 503,
    vi: 'Cơ sở dữ liệu của tỉnh này đang được khởi tạo. Hãy thử lại sau ít phút.',
    en: 'The database of this province is being made. Try again in a few minutes.',
  },
  province_schema_behind: {
    status: 503,
    vi: 'Cơ sở dữ liệu của tỉnh này đang chờ nâng cấp. Hãy thử lại sau ít phút.',
    en: 'The database of this province waits for its migration. Try again in a few minutes.',
  },
  province_deleted: {
    status: 410,
    vi: 'Tỉnh này đã được đưa ra khỏi hệ thống.',
    en: 'This province has been taken out of the service.',
  },
  province_exists: {
    status: 409,
    vi: 'Tỉnh này đã có trong hệ thống.',
    en: 'This province is registered already.',
  },
  province_state: {
    status: 409,
    vi: 'Không thực hiện được việc này ở trạng thái hiện tại của tỉnh.',
    en: 'This cannot be done in the state that the province is in.',
  },
  province_busy: {
    status: 409,
    vi: 'Cơ sở dữ liệu của tỉnh này đang được xử lý. Hãy thử lại sau ít phút.',
    en: 'The database of this province is being worked on. Try again in a few minutes.',
  },
  database_host_missing: {
    status: 409,
    vi: 'Chưa cấu hình nơi tạo cơ sở dữ liệu. Hãy khai báo địa chỉ và mã truy cập của cơ sở dữ liệu đã có.',
    en: 'Nothing is configured to make databases. Give the address and the token of one that is there.',
  },
  database_token_needed: {
    status: 409,
    vi: 'Cơ sở dữ liệu này được khai báo thủ công. Hãy gửi kèm mã truy cập mới.',
    en: 'This database was registered by hand. Send its new token along.',
  },
  database_step_failed: {
    status: 502,
    vi: 'Một bước xử lý cơ sở dữ liệu chưa thực hiện được. Hệ thống sẽ tự làm tiếp; cũng có thể thực hiện lại.',
    en: 'A step with the database failed. It will be tried again; you may also ask for it again.',
  },
  unauthenticated: { status: 401, vi: 'Cần đăng nhập hoặc có khóa truy cập.', en: 'Sign in or send an API key.' },
  sign_in_failed: {
    status: 401,
    vi: 'Địa chỉ thư hoặc mật khẩu không đúng.',
    en: 'The e-mail address or the password is wrong.',
  },
  factor_code_wrong: {
    status: 401,
    vi: 'Mã xác thực không đúng hoặc đã được dùng. Mã trong ứng dụng đổi sau mỗi 30 giây; mỗi mã chỉ dùng được một lần.',
    en: 'The code is wrong or was used. Codes of an app change every 30 seconds, and each code works once.',
  },
  factor_locked: {
    status: 429,
    vi: 'Đã nhập sai mã xác thực quá nhiều lần. Hãy chờ 15 phút rồi thử lại.',
    en: 'Too many wrong codes. Wait for 15 minutes, then try again.',
  },
  passkey_refused: {
    status: 401,
    vi: 'Chưa đăng nhập được bằng khóa đăng nhập. Hãy thử lại, hoặc đăng nhập bằng mật khẩu.',
    en: 'Signing in by a passkey did not work. Try again, or sign in with your password.',
  },
  provider_failed: {
    status: 502,
    vi: 'Chưa đăng nhập được qua hệ thống xác thực của đơn vị. Hãy thử lại, hoặc đăng nhập bằng mật khẩu.',
    en: 'Signing in by your provider did not work. Try again, or sign in with your password.',
  },
  provider_not_asked: {
    status: 403,
    vi: 'Hệ thống xác thực của đơn vị không cho biết vừa hỏi lại người đăng nhập. Hãy xác nhận bằng mật khẩu hoặc khóa đăng nhập.',
    en: 'Your provider does not say that it has just asked who you are. Prove it by your password or a passkey.',
  },
  provider_person_unknown: {
    status: 403,
    vi: 'Chưa có tài khoản ứng với địa chỉ thư đã được xác minh này. Đề nghị quản trị hệ thống cấp tài khoản.',
    en: 'There is no account for this verified e-mail address. Ask an operator for one.',
  },
  key_invalid: { status: 401, vi: 'Khóa truy cập không đúng.', en: 'The API key is not valid.' },
  key_expired: { status: 401, vi: 'Khóa truy cập đã hết hạn.', en: 'The API key has expired.' },
  key_revoked: { status: 401, vi: 'Khóa truy cập đã bị thu hồi.', en: 'The API key has been revoked.' },
  key_address_refused: {
    status: 403,
    vi: 'Khóa truy cập này không được dùng từ địa chỉ mạng hiện tại.',
    en: 'The API key may not be used from this address.',
  },
  key_of_other_province: {
    status: 403,
    vi: 'Khóa truy cập này thuộc tỉnh khác.',
    en: 'The API key belongs to another province.',
  },
  forbidden: { status: 403, vi: 'Tài khoản không có quyền làm việc này.', en: 'This is not allowed for you.' },
  staff_unknown: {
    status: 404,
    vi: 'Không có cán bộ này.',
    en: 'There is nobody with this id here.',
  },
  own_account: {
    status: 403,
    vi: 'Không ai tự làm việc này với tài khoản của chính mình. Hãy nhờ một quản trị hệ thống khác.',
    en: 'Nobody does this to their own account: ask another operator.',
  },
  last_operator: {
    status: 409,
    vi: 'Đây là quản trị hệ thống cuối cùng. Hãy giao vai trò này cho người khác trước.',
    en: 'This is the last operator: give somebody else the role first.',
  },
  invitation_unknown: {
    status: 404,
    vi: 'Không có đường dẫn này.',
    en: 'There is no such link.',
  },
  invitation_used: {
    status: 410,
    vi: 'Đường dẫn này đã được sử dụng. Mỗi đường dẫn chỉ dùng được một lần.',
    en: 'This link has been used. Each works once.',
  },
  invitation_expired: { status: 410, vi: 'Đường dẫn này đã hết hạn.', en: 'This link has expired.' },
  invitation_revoked: { status: 410, vi: 'Đường dẫn này đã bị thu hồi.', en: 'This link has been revoked.' },
  invitation_of_other: {
    status: 403,
    vi: 'Lời mời này dành cho người khác.',
    en: 'This invitation is for somebody else.',
  },
  sign_in_locked: {
    status: 429,
    vi: 'Đã thử đăng nhập quá nhiều lần. Hãy chờ ít phút rồi thử lại, hoặc đề nghị quản trị hệ thống cấp lại mật khẩu.',
    en: 'Too many tries to sign in. Wait some minutes, or ask an operator for a new password.',
  },
  reauthentication_required: {
    status: 403,
    vi: 'Việc này cần xác nhận lại người đang đăng nhập.',
    en: 'Prove again who you are: this wants a sign-in of the last 15 minutes.',
  },
  second_factor_required: {
    status: 403,
    vi: 'Vai trò của tài khoản này cần xác thực hai bước hoặc khóa đăng nhập.',
    en: 'Your role wants a second factor or a passkey: set one up at /tai-khoan, or sign in by it.',
  },
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
  link_needed: {
    status: 401,
    vi: 'Hãy mở lại đường dẫn trong tin nhắn đã nhận.',
    en: 'Open the link in the message that you received again.',
  },
  link_expired: { status: 410, vi: 'Đường dẫn này đã hết hạn.', en: 'This link has expired.' },
  link_revoked: { status: 410, vi: 'Đường dẫn này đã bị thu hồi.', en: 'This link has been revoked.' },
  pin_required: { status: 401, vi: 'Cần nhập mã PIN.', en: 'This link asks for its PIN first.' },
  pin_wrong: { status: 401, vi: 'Mã PIN không đúng.', en: 'The PIN is wrong.' },
  pin_locked: {
    status: 429,
    vi: 'Đã nhập sai mã PIN quá nhiều lần.',
    en: 'Too many wrong PINs; wait until `lockedUntil`.',
  },
  too_many_tries: {
    status: 429,
    vi: 'Đã thử quá nhiều lần. Hãy chờ một phút rồi thử lại.',
    en: 'Too many failed tries from this address. Wait a minute.',
  },
  too_many_requests: {
    status: 429,
    vi: 'Có quá nhiều yêu cầu trong một phút. Hãy chờ một phút rồi thử lại.',
    en: 'Too many requests within a minute. Wait as long as `Retry-After` says.',
  },
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
  editing_end_needed: {
    status: 422,
    vi: 'Kỳ khảo sát đã đóng đối với xã này: cần cho biết thời hạn sửa phiếu.',
    en: 'The round is closed for this commune: say until when the file can be edited.',
  },
  reviewer_unknown: {
    status: 422,
    vi: 'Người này không có nhiệm vụ rà soát phiếu của tỉnh.',
    en: 'This person does not review for the province.',
  },
  unit_unknown: { status: 404, vi: 'Không có đơn vị này.', en: 'There is no such unit here.' },
  unit_not_standing: {
    status: 409,
    vi: 'Đơn vị không tồn tại vào ngày đó.',
    en: 'The unit does not stand on that day.',
  },
  later_version: {
    status: 409,
    vi: 'Đơn vị đã có thay đổi có hiệu lực từ một ngày sau đó.',
    en: 'A change of the unit from a later day on is on record.',
  },
  villages_standing: {
    status: 409,
    vi: 'Xã còn thôn trực thuộc. Hãy chuyển hoặc kết thúc các thôn trước.',
    en: 'Villages still stand under the commune. Move or close them first.',
  },
  unit_misplaced: {
    status: 422,
    vi: 'Đơn vị cấp trên không phù hợp.',
    en: 'The parent does not fit the unit.',
  },
  kind_unknown: {
    status: 422,
    vi: 'Loại đơn vị không có trong danh mục của tỉnh.',
    en: 'The kind is not among those of the province.',
  },
  lineage_invalid: {
    status: 422,
    vi: 'Quan hệ kế thừa giữa các đơn vị chưa đúng.',
    en: 'The lineage between the units is not possible.',
  },
  reorganisation_refused: {
    status: 422,
    vi: 'Phương án sắp xếp còn chỗ phải sửa. Chưa có gì được ghi.',
    en: 'Something in the reorganisation must be corrected. Nothing was written.',
  },
  import_unreadable: {
    status: 422,
    vi: 'Không đọc được tệp danh sách.',
    en: 'The file cannot be read as a list.',
  },
  import_too_large: {
    status: 413,
    vi: 'Tệp có quá nhiều dòng: tối đa 20.000 dòng mỗi lần.',
    en: 'The file has too many rows: 20,000 at most at a time.',
  },
  import_refused: {
    status: 422,
    vi: 'Có dòng bị từ chối. Chưa có gì được ghi.',
    en: 'Rows are refused. Nothing was written.',
  },
  import_outdated: {
    status: 409,
    vi: 'Danh sách đơn vị, tệp hoặc lựa chọn đã khác so với lúc xem trước. Hãy xem trước lại.',
    en: 'The units, the file or the options are not those of the preview. Preview again.',
  },
  boundary_unknown: { status: 404, vi: 'Đơn vị chưa có ranh giới.', en: 'The unit has no boundary.' },
  boundary_invalid: {
    status: 422,
    vi: 'Ranh giới phải là Polygon hoặc MultiPolygon GeoJSON, tọa độ WGS 84, các vòng khép kín.',
    en: 'A boundary is a GeoJSON Polygon or MultiPolygon in WGS 84 whose rings are closed.',
  },
  boundary_too_large: {
    status: 413,
    vi: 'Ranh giới quá lớn: tối đa 64 KB.',
    en: 'The boundary is too large: 64 KB at most.',
  },
  section_unknown: { status: 404, vi: 'Phiếu không có phần này.', en: 'The form has no such section.' },
  form_unknown: { status: 404, vi: 'Không có biểu mẫu này.', en: 'There is no such form version.' },
  preview_full: {
    status: 413,
    vi: 'Bản xem thử không giữ được nhiều chữ như vậy. Hãy rút ngắn các câu trả lời bằng chữ.',
    en: 'The preview cannot hold that much text. Shorten what you typed.',
  },
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
  round_still_open: {
    status: 409,
    vi: 'Kỳ khảo sát còn đang mở. Hãy đóng trước khi lưu trữ.',
    en: 'The round is still open: close it before archiving it.',
  },
  answers_purged: {
    status: 410,
    vi: 'Câu trả lời của kỳ này đã được xóa theo thời hạn lưu. Kết quả chấm điểm vẫn còn.',
    en: 'The answers have been deleted as the province set. The scores are still there.',
  },
  round_archived: { status: 409, vi: 'Kỳ khảo sát đã được lưu trữ.', en: 'The round is archived.' },
  schedule_passed: {
    status: 409,
    vi: 'Thời điểm đóng kỳ khảo sát đã qua. Hãy đặt lại thời hạn trước.',
    en: "The round's closing time has passed: set its dates anew first.",
  },
  extension_not_later: {
    status: 422,
    vi: 'Thời điểm gia hạn phải sau hiện tại và sau thời điểm kỳ khảo sát đóng.',
    en: 'An extension must end later than now and later than the round closes.',
  },
  nothing_to_extend: {
    status: 409,
    vi: 'Kỳ khảo sát không có thời điểm đóng nên không cần gia hạn.',
    en: 'The round has no closing time, so there is nothing to extend.',
  },
  unit_already_in_round: {
    status: 409,
    vi: 'Đơn vị này đã có trong kỳ khảo sát.',
    en: 'This unit is already in the round.',
  },
  commune_not_in_round: {
    status: 409,
    vi: 'Xã của đơn vị này chưa có trong kỳ khảo sát.',
    en: 'The commune of this unit is not in the round.',
  },
  return_first: {
    status: 409,
    vi: 'Phiếu của xã đã được nộp. Hãy trả lại phiếu trước khi bổ sung đơn vị.',
    en: "The commune's file has been submitted: return it before adding units to it.",
  },
  form_differs: {
    status: 409,
    vi: 'Kỳ khảo sát đang mở chỉ được chuyển sang phiên bản khác của cùng biểu mẫu.',
    en: 'An open round can only change to another version of the same form.',
  },
  feed_unknown: { status: 404, vi: 'Không có lịch này.', en: 'There is no such calendar feed.' },
  feed_revoked: { status: 410, vi: 'Địa chỉ lịch này đã bị thu hồi.', en: 'This calendar feed has been revoked.' },
  no_units: { status: 409, vi: 'Chưa có xã nào để mở kỳ khảo sát.', en: 'There is no commune to open the round for.' },
  recognition_unknown: {
    status: 404,
    vi: 'Không có hồ sơ công nhận này.',
    en: 'There is no such recognition file.',
  },
  recognition_exists: {
    status: 409,
    vi: 'Đơn vị này đã có hồ sơ công nhận chưa kết thúc.',
    en: 'This commune has a recognition file that has not ended.',
  },
  submission_not_verified: {
    status: 409,
    vi: 'Phiếu của xã chưa được xác nhận.',
    en: "The commune's file has not been verified.",
  },
  score_pending: {
    status: 409,
    vi: 'Kết quả đang được tính lại. Hãy thử lại sau ít phút.',
    en: 'The score is still being computed. Try again in a few minutes.',
  },
  no_requirements: {
    status: 409,
    vi: 'Biểu mẫu của kỳ này không có yêu cầu nào để làm căn cứ công nhận.',
    en: 'The form of this round has no requirement that recognition could rest on.',
  },
  not_ready: {
    status: 409,
    vi: 'Kết quả của kỳ này chưa cho thấy xã đạt đủ yêu cầu để được công nhận.',
    en: 'The results of this round do not show that the commune is ready to be recognised.',
  },
  unit_ended: {
    status: 409,
    vi: 'Đơn vị không còn tồn tại vào ngày ra quyết định.',
    en: 'The unit no longer stood on the day of the decision.',
  },
  round_not_later: {
    status: 409,
    vi: 'Việc duy trì phải căn cứ vào một kỳ khảo sát của năm sau kỳ đã làm căn cứ trước đó.',
    en: 'Maintenance rests on a round of a later year than the one that the file rested on before.',
  },
  conflict: {
    status: 409,
    vi: 'Người khác vừa ghi cùng lúc. Hãy thử lại.',
    en: 'Somebody else wrote at the same moment. Try again.',
  },
  key_ended: {
    status: 409,
    vi: 'Khóa truy cập đã bị thu hồi hoặc đã hết hạn. Hãy tạo khóa mới, hoặc đặt thời hạn mới khi đổi khóa đã hết hạn.',
    en: 'The API key was revoked or has expired: make another, or rotate an expired one with a new end.',
  },
  addresses_not_known: {
    status: 409,
    vi: 'Hệ thống chưa được cấu hình để biết địa chỉ mạng của bên gọi, nên không thể giới hạn khóa theo địa chỉ.',
    en: 'This deployment does not know the addresses of its callers (CLIENT_ADDRESS_HEADER), so a key cannot be limited to some.',
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
