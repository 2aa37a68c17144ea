export const vi = {
  title: 'Tài khoản của tôi',
  name: 'Họ và tên',
  email: 'Thư điện tử',
  errorTitle: 'Chưa thực hiện được: ',
  password: 'Mật khẩu hiện tại',

  notices: {
    factor_off: 'Đã tắt xác thực hai bước.',
    password_changed: 'Đã đổi mật khẩu. Các phiên đăng nhập khác đã kết thúc.',
    session_ended: 'Đã kết thúc phiên đăng nhập.',
    sessions_ended: 'Đã kết thúc các phiên đăng nhập khác.',
    passkey_added: 'Đã thêm khóa đăng nhập.',
    passkey_removed: 'Đã xóa khóa đăng nhập.',
  },
  faults: {
    password_wrong: 'Mật khẩu hiện tại không đúng.',
    password_short: 'Mật khẩu mới cần có ít nhất 12 ký tự.',
    password_long: 'Mật khẩu mới chỉ được có nhiều nhất 128 ký tự.',
    password_email: 'Mật khẩu mới không được lấy từ địa chỉ thư điện tử.',
    password_common: 'Mật khẩu mới dễ đoán. Hãy chọn một câu của riêng mình.',
    passkey_refused: 'Chưa thêm được khóa đăng nhập. Hãy thử lại.',
    locked: 'Đã nhập sai mật khẩu quá nhiều lần. Hãy chờ ít phút rồi thử lại.',
  },

  wanted: {
    set_up:
      'Vai trò của tài khoản này cần thêm một bước xác thực. Hãy bật xác thực hai bước hoặc thêm khóa đăng nhập ở trang này; xong là dùng được các trang khác.',
    use_passkey:
      'Vai trò của tài khoản này cần thêm một bước xác thực, mà phiên này chỉ đăng nhập bằng mật khẩu. Hãy đăng nhập lại bằng khóa đăng nhập, hoặc bật xác thực hai bước ở trang này.',
    signIn: 'Đăng nhập lại bằng khóa đăng nhập',
  },

  factor: {
    title: 'Xác thực hai bước',
    off: 'Chưa bật. Khi bật, đăng nhập cần thêm mã 6 số trong ứng dụng xác thực trên điện thoại: người biết mật khẩu mà không có điện thoại thì không vào được.',
    on: 'Đang bật.',
    codesLeft: (count: number) => `Còn ${count} mã khôi phục chưa dùng.`,
    turnOn: 'Bật xác thực hai bước',
    turnOff: 'Tắt xác thực hai bước',
    newCodes: 'Tạo mã khôi phục mới',
    newCodesBody: 'Các mã cũ không dùng được nữa.',
  },

  setup: {
    title: 'Bật xác thực hai bước',
    scan: 'Mở ứng dụng xác thực trên điện thoại (ví dụ Google Authenticator, Microsoft Authenticator, Aegis) và quét mã này.',
    qr: 'Mã QR để thiết lập ứng dụng xác thực',
    byHand: 'Không quét được thì gõ khóa này vào ứng dụng:',
    code: 'Mã 6 số đang hiện trong ứng dụng',
    wrong: 'Mã không đúng. Kiểm tra giờ trên điện thoại rồi nhập mã đang hiện.',
    confirm: 'Xác nhận và bật',
    cancel: 'Không bật',
  },

  codes: {
    title: 'Mã khôi phục',
    enabled: 'Xác thực hai bước đã được bật.',
    renewed: 'Mã khôi phục cũ không dùng được nữa.',
    body: 'In hoặc chép lại ngay: các mã này chỉ hiện một lần. Mỗi mã dùng được một lần để đăng nhập khi không có điện thoại. Cất ở nơi an toàn, không để cùng mật khẩu.',
    of: (name: string) => `Mã khôi phục tài khoản Địa Bàn của ${name}`,
    done: 'Đã cất mã, về trang tài khoản',
  },

  passkeys: {
    title: 'Khóa đăng nhập (passkey)',
    body: 'Khóa đăng nhập nằm trong điện thoại, máy tính hoặc khóa bảo mật và mở bằng vân tay, khuôn mặt hoặc mã khóa màn hình. Có khóa thì đăng nhập không cần gõ mật khẩu, không cần mã 6 số, và không bị lừa trên trang giả.',
    none: 'Chưa có khóa nào.',
    noScript: 'Muốn thêm khóa, hãy dùng trình duyệt có hỗ trợ khóa đăng nhập và bật JavaScript.',
    name: 'Tên của khóa',
    nameField: 'Đặt tên cho khóa mới (ví dụ: Điện thoại của tôi)',
    made: 'Thêm ngày',
    backedUp: 'lưu trên nhiều thiết bị (có sao lưu)',
    onlyHere: 'chỉ lưu trên một thiết bị',
    actions: 'Thao tác',
    add: 'Thêm khóa đăng nhập',
    remove: 'Xóa',
    removeOf: (name: string) => `Xóa khóa ${name}`,
    failed: 'Chưa tạo được khóa trên thiết bị này. Hãy thử lại, hoặc dùng thiết bị khác.',
  },

  change: {
    title: 'Mật khẩu',
    next: 'Mật khẩu mới',
    hint: 'Ít nhất 12 ký tự. Một câu dài dễ nhớ tốt hơn một từ khó. Các phiên đăng nhập khác sẽ kết thúc.',
    submit: 'Đổi mật khẩu',
  },

  sessions: {
    title: 'Các phiên đăng nhập',
    body: 'Thấy phiên không phải của mình thì kết thúc phiên đó và đổi mật khẩu. Phiên bị kết thúc còn xem được trang trong nhiều nhất 5 phút.',
    device: 'Thiết bị',
    deviceOf: (browser: string | null, system: string | null) =>
      browser && system ? `${browser} trên ${system}` : (browser ?? system ?? 'Không rõ thiết bị'),
    address: 'Địa chỉ mạng',
    begun: 'Bắt đầu',
    seen: 'Dùng lần cuối',
    at: (time: string, day: string) => `${time} ngày ${day}`,
    actions: 'Thao tác',
    isThis: 'phiên này',
    end: 'Kết thúc',
    endOthers: 'Kết thúc mọi phiên khác',
  },
};
