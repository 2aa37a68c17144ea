export const vi = {
  skip: 'Đến nội dung chính',
  savedAt: (time: string) => `Đã lưu lúc ${time}`,
  lastSaved: (time: string, day: string) => `Lưu lúc ${time} ngày ${day}`,
  neverSaved: 'Chưa lưu lần nào',

  takenLate: (day: string | null) => (day ? `đã quá hạn, nhận muộn đến hết ngày ${day}` : 'đã quá hạn, vẫn nhận muộn'),

  section: {
    errorTitle: 'Cần sửa: ',
    errorsHeading: (count: number) => `Có ${count} câu cần sửa`,
    errorsSaved: 'Số liệu vừa nhập đã được lưu. Hãy sửa các câu sau.',
    errorsHeld: 'Các câu khác đã được lưu; câu có thông tin cá nhân thì chưa. Hãy sửa rồi nhấn Lưu.',
    held: 'Còn câu chưa được lưu',
    warningsHeading: (count: number) => `Có ${count} điều cần xem lại`,
    dependsOnPage: 'Có câu chỉ hiện ra sau khi bạn trả lời câu khác trong trang này và nhấn Lưu.',
  },

  conflict: {
    heading: (time: string) => `Người khác vừa lưu phần này lúc ${time}`,
    body: 'Số liệu bạn nhập vẫn còn nguyên bên dưới nhưng chưa được lưu. Hãy so các câu khác nhau, sửa nếu cần rồi nhấn Lưu. Khi lưu, số liệu của bạn sẽ thay số liệu của người kia.',
    noDifference: 'Không có câu nào khác nhau. Nhấn Lưu để tiếp tục.',
    question: 'Câu hỏi',
    notSaved: 'Chưa lưu những gì bạn vừa nhập',
    theirs: 'Của người kia',
    yours: 'Của bạn',
  },

  review: {
    title: 'Kiểm tra và nộp phiếu',
    errorsHeading: (count: number) => `${count} lỗi phải sửa trước khi nộp`,
    errorsAfter: 'Sửa xong các lỗi trên rồi quay lại trang này để nộp phiếu.',
    confirmationsHeading: (count: number) => `${count} điều cần nêu lý do`,
    confirmationsBody: 'Nếu số liệu đúng như vậy, hãy viết lý do. Nếu chưa đúng, mở câu hỏi để sửa.',
    reason: 'Lý do',
    reasonMissing: 'Hãy viết lý do cho điều này.',
    open: 'Mở câu hỏi',
    refusedHeading: (count: number) => `Còn ${count} điều chưa có lý do hợp lệ`,
    changed: 'Số liệu vừa thay đổi. Hãy xem lại trang này một lượt rồi nộp.',
    nothing: 'Không có lỗi hay cảnh báo nào.',
    submitHeading: 'Nộp phiếu',
    submitBody: 'Sau khi nộp, số liệu được chuyển lên tỉnh và bạn nhận mã biên nhận.',
    submit: 'Nộp phiếu',
  },

  receipt: {
    title: 'Giấy biên nhận',
    done: 'Phiếu đã được nộp',
    notYet: 'Phiếu chưa được nộp',
    reference: 'Mã biên nhận',
    unit: 'Đơn vị',
    round: 'Kỳ khảo sát',
    form: 'Biểu mẫu',
    submittedAt: 'Nộp lúc',
    at: (time: string, day: string) => `${time} ngày ${day}`,
    keep: 'Hãy ghi lại hoặc in mã này. Khi cần hỏi về phiếu, đọc mã này cho cán bộ tỉnh.',
    print: 'Để in, chọn In trong trình đơn của trình duyệt hoặc nhấn Ctrl + P.',
  },

  language: 'Ngôn ngữ',

  print: {
    heading: 'In phiếu',
    filled: 'In phiếu đã điền',
    blank: 'In phiếu trống để ghi tay',
  },

  preview: {
    round: 'Kỳ khảo sát thử',
    banner: 'Bản xem thử: không lưu số liệu.',
    explained: 'Biểu mẫu đang được điền thử với xã và thôn không có thật. Số liệu mất khi đóng trang.',
    restart: 'Làm lại từ đầu',
    leave: 'Về trang quản trị',
  },

  pin: {
    title: 'Nhập mã PIN',
    errorTitle: 'Chưa mở được: ',
    label: 'Mã PIN',
    hint: 'Mã PIN gồm 6 chữ số, được gửi riêng với đường dẫn này.',
    format: 'Mã PIN gồm đúng 6 chữ số. Hãy kiểm tra lại số vừa nhập.',
    triesLeft: (count: number) => `Còn ${count} lần thử.`,
    tooMany: 'Đã nhập sai mã PIN quá nhiều lần.',
    locked: (time: string, day: string) => `Đường dẫn này nhận mã PIN trở lại từ ${time} ngày ${day}.`,
    lost: 'Nếu không có mã PIN, hãy liên hệ cơ quan đã gửi đường dẫn để được cấp lại.',
    submit: 'Mở phiếu',
    keptHeading: 'Chưa lưu được vì cần mã PIN',
    keptBody:
      'Nhập mã PIN; phiếu mở ra ở một thẻ mới. Sau đó quay lại thẻ này và tải lại trang, đồng ý gửi lại, để lưu những gì đã nhập dưới đây.',
  },

  withdraw: {
    offerHeading: 'Cần sửa số liệu?',
    offer: 'Khi phiếu chưa được xác nhận và kỳ khảo sát còn mở, bạn có thể rút lại phiếu để sửa rồi nộp lại.',
    title: 'Rút lại phiếu để sửa',
    consequence:
      'Sau khi rút lại, phiếu trở về trạng thái đang nhập. Số liệu không được tính vào kết quả của tỉnh cho đến khi bạn nộp lại.',
    kept: 'Số liệu đã nhập và mã biên nhận vẫn được giữ nguyên. Hãy nhớ nộp lại trước khi kỳ khảo sát đóng.',
    action: 'Rút lại phiếu',
    cancel: 'Không rút lại, về giấy biên nhận',
  },

  close: {
    title: 'Đóng phiếu trên máy này',
    consequence:
      'Dùng khi máy này còn có người khác sử dụng. Máy sẽ quên đường dẫn, mã PIN và số liệu của phiếu; người sau không mở lại được từ lịch sử trình duyệt.',
    kept: 'Số liệu đã lưu vẫn còn nguyên trên hệ thống. Muốn làm tiếp, hãy mở lại đường dẫn trong tin nhắn.',
    unsent: 'Máy này còn câu trả lời chưa gửi được',
    unsentBody:
      'Nếu có thể, hãy chờ có mạng để máy gửi xong rồi mới đóng phiếu, hoặc tải các câu trả lời đó về thành tệp. Đóng phiếu ngay thì các câu trả lời chưa gửi sẽ mất.',
    drop: 'Bỏ các câu trả lời chưa gửi và đóng phiếu',
    action: 'Đóng phiếu',
    cancel: 'Không đóng, về danh sách',
    closed: 'Đã đóng phiếu trên máy này',
    openAgain: 'Số liệu đã lưu vẫn còn nguyên trên hệ thống. Muốn làm tiếp, hãy mở lại đường dẫn trong tin nhắn.',
    stillUnsent:
      'Máy này còn giữ những câu trả lời chưa gửi được. Hãy mở lại đường dẫn trong tin nhắn để gửi, rồi đóng phiếu lần nữa.',
    otherTabs: 'Nếu phiếu còn mở ở thẻ hoặc cửa sổ khác, hãy đóng thẻ hoặc cửa sổ đó.',
    opensByAddress:
      'Phiếu vừa được mở bằng địa chỉ có sẵn mã truy cập. Hãy xóa địa chỉ đó khỏi lịch sử trình duyệt; nếu không, người sau vẫn mở được phiếu.',
  },

  message: { code: 'Mã lỗi', kept: 'Những gì bạn đã nhập (chưa lưu được)' },
};
