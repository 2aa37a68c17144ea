export const vi = {
  title: 'Tích hợp',
  intro:
    'Khóa truy cập cho phép hệ thống khác đọc số liệu của tỉnh qua giao diện lập trình (API). Khóa chỉ đọc, không ghi và không sửa được gì. Khóa chỉ hiện một lần khi tạo hoặc khi đổi.',

  shown: {
    heading: (name: string) => `Khóa của “${name}”`,
    body: 'Hãy chép khóa ngay và gửi qua kênh an toàn cho đơn vị quản lý hệ thống. Sau khi rời trang này không ai xem lại được.',
  },

  make: {
    heading: 'Tạo khóa',
    errorTitle: 'Chưa tạo được: ',
    name: 'Tên hệ thống dùng khóa',
    scopes: 'Được đọc',
    lastDay: 'Ngày cuối cùng dùng được',
    lastDayHint: (usual: string) => `Để trống: ${usual}, tức là một năm.`,
    networks: 'Chỉ dùng được từ các địa chỉ mạng',
    networksHint:
      'Mỗi dòng một địa chỉ hoặc một dải, ví dụ 203.0.113.0/24. Để trống: dùng được từ mọi nơi. Hỏi đơn vị quản lý hệ thống để biết địa chỉ.',
    networksUnknown:
      'Hệ thống chưa được cấu hình để biết địa chỉ mạng của bên gọi, nên chưa thể giới hạn khóa theo địa chỉ.',
    submit: 'Tạo khóa',
  },

  errors: {
    name: 'Hãy ghi tên hệ thống, tối đa 100 ký tự.',
    scopes: 'Hãy chọn ít nhất một loại số liệu.',
    lastDay: 'Ngày cuối cùng phải từ hôm nay trở đi.',
    networks: 'Có dòng không phải là địa chỉ mạng. Tối đa 20 dòng.',
  },

  scopeNames: {
    'unit.read': 'danh sách xã, thôn và ranh giới',
    'round.read': 'các kỳ khảo sát và lịch',
    'submission.read': 'tiến độ và số liệu phiếu',
    'readiness.read': 'kết quả theo tiêu chí',
    'recognition.read': 'hồ sơ công nhận',
    'figure.read': 'số liệu nhỏ không che (dưới 5); mỗi lần đọc được ghi nhật ký',
  },

  list: 'Các khóa',
  none: 'Chưa có khóa nào.',
  noneNext: 'Tạo khóa cho từng hệ thống, để thu hồi được riêng từng khóa.',
  noneReader: 'Người thiết kế biểu mẫu của tỉnh tạo khóa.',
  columns: {
    name: 'Hệ thống',
    state: 'Trạng thái',
    scopes: 'Được đọc',
    expiresAt: 'Dùng đến',
    lastUsedAt: 'Dùng lần cuối',
    networks: 'Từ địa chỉ',
    act: 'Thao tác',
  },
  states: { active: 'Còn hiệu lực', expired: 'Hết hạn', revoked: 'Đã thu hồi' },
  noEnd: 'đến khi thu hồi',
  anywhere: 'mọi nơi',
  neverUsed: 'Chưa dùng lần nào',
  usedAt: (hour: string, day: string) => `khoảng ${hour} ${day}`,
  previous: (time: string, day: string) => `khóa cũ còn mở đến ${time} ngày ${day}`,

  change: {
    summary: 'Đổi tên, đổi khóa, thu hồi',
    of: (name: string) => `khóa của ${name}`,
    overlap: 'Khóa cũ còn mở thêm',
    overlaps: { 0: 'ngừng ngay', 24: '1 ngày', 168: '7 ngày' },
    lastDay: 'Ngày cuối cùng dùng được của khóa mới',
    lastDayHint: (day: string | null) => (day ? `Để trống: giữ nguyên đến ${day}.` : 'Để trống: dùng đến khi thu hồi.'),
    lastDayNeeded: 'Khóa đã hết hạn: muốn dùng lại phải ghi ngày mới.',
    errorTitle: 'Chưa đổi được: ',
    rename: 'Lưu tên',
    outdated: 'Khóa này vừa được người khác thay đổi. Hãy xem lại danh sách rồi đổi tên.',
    rotate: 'Đổi khóa',
    rotateHint: 'Đổi khóa: hệ thống nhận khóa mới, tên và quyền giữ nguyên.',
    revoke: 'Thu hồi',
    revokeHint: 'Thu hồi: khóa ngừng mở ngay và không khôi phục được.',
  },
  notices: { renamed: 'Đã đổi tên khóa.', revoked: 'Đã thu hồi khóa.' },
};
