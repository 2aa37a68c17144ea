export const vi = {
  toolbar: {
    filled: 'Bản in phiếu đã điền',
    blank: 'Bản in phiếu trống',
    toFilled: 'Xem bản đã điền',
    toBlank: 'Xem bản trống',
    how: 'Để in: trên máy tính nhấn Ctrl + P; trên điện thoại mở trình đơn của trình duyệt, chọn Chia sẻ rồi chọn In. Chọn khổ giấy A4.',
  },

  country: 'Cộng hòa xã hội chủ nghĩa Việt Nam',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  committee: 'Ủy ban nhân dân',
  dated: (place: string, day: string, month: string, year: string) =>
    `${place}, ngày ${day} tháng ${month} năm ${year}`,
  kind: 'Phiếu khảo sát',
  by: (source: string) => `(Theo ${source})`,
  submitted: (time: string, day: string, reference: string) =>
    `Đã nộp lúc ${time} ngày ${day}. Mã biên nhận: ${reference}.`,
  notSubmitted: (time: string, day: string) => `Số liệu đã lưu đến lúc ${time} ngày ${day}, phiếu chưa nộp.`,
  dueBy: (day: string) => `Hạn nhập số liệu: hết ngày ${day}.`,

  commonPart: (unit: string) => `Phần chung của ${unit}`,
  number: (number: number) => `Câu ${number}.`,
  /** A question as a condition names it. */
  named: (number: number, label: string) => `câu ${number} (${label})`,
  onlyIf: (condition: string) => `Chỉ trả lời nếu ${condition}.`,
  sectionOnlyIf: (condition: string) => `Chỉ trả lời phần này nếu ${condition}.`,
  ticked: 'đã chọn',
  severalChoices: 'Có thể chọn nhiều mục.',
  computed: 'Hệ thống tự tính.',
  unreadable: (typed: string) => `“${typed}” (chưa đọc được)`,

  preparedBy: 'Người lập phiếu',
  signed: '(Ký, ghi rõ họ tên)',
  onBehalf: 'TM. Ủy ban nhân dân',
  chairman: 'Chủ tịch',
  sealed: '(Ký tên, đóng dấu)',
  confirmedBy: (commune: string) => `Xác nhận của Ủy ban nhân dân ${commune}`,
};

/** The words that only the paper has. */
export type PrintText = typeof vi;
