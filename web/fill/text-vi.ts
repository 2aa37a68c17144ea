import type { Deadline } from '../ui/format.ts';
import { capitalise } from '../ui/unit-title.ts';
import type { Verdict } from '../ui/verdict.ts';

export const vi = {
  formFor: (unit: string) => `Phiếu của ${unit}`,
  backToList: 'Danh sách',

  deadline: ({ day, time }: Deadline) =>
    time ? `Hạn nhập số liệu: ${time} ngày ${day}` : `Hạn nhập số liệu: hết ngày ${day}`,
  daysLeft: (days: number) => (days > 0 ? `còn ${days} ngày` : days === 0 ? 'hôm nay là ngày cuối' : 'đã hết hạn'),

  readOnly: {
    submitted: (time: string, day: string) => `Phiếu đã nộp lúc ${time} ngày ${day}. Số liệu dưới đây chỉ để xem.`,
    verified: 'Phiếu đã được xác nhận. Số liệu dưới đây chỉ để xem, không sửa được nữa.',
    closed: 'Kỳ khảo sát đã đóng. Số liệu dưới đây chỉ để xem, không sửa được nữa.',
    seeReceipt: 'Xem giấy biên nhận',
    seeReceiptOrWithdraw: 'Xem giấy biên nhận hoặc rút lại phiếu để sửa',
    noAnswer: 'Chưa trả lời',
  },

  units: {
    partOf: (kind: string) => `Phần của ${kind}`,
    partOfEach: (kinds: string) => `Phần của từng ${kinds}`,
    done: (done: number, total: number) => `${done}/${total} đơn vị đã xong`,
    progress: (answered: number, asked: number) => `${answered}/${asked} câu`,
    complete: 'đã xong',
    errors: (count: number) => `có ${count} lỗi cần sửa`,
    warnings: (count: number) => `có ${count} cảnh báo`,
    noSections: 'không có câu hỏi nào',
  },

  goOn: (unit: string, section: string) => `Việc tiếp theo: ${unit}, ${section}`,

  submit: {
    heading: 'Nộp phiếu',
    action: 'Kiểm tra và nộp phiếu',
    ready: 'Tất cả đã xong. Hãy kiểm tra lại một lượt rồi nộp.',
    missingUnits: (count: number, names: string, more: number) =>
      more > 0 ? `Còn ${count} đơn vị chưa xong: ${names} và ${more} đơn vị khác.` : `Chưa xong: ${names}.`,
    errors: (count: number) => `Còn ${count} lỗi phải sửa trước khi nộp.`,
    warnings: (count: number) => `Có ${count} cảnh báo cần nêu lý do khi nộp.`,
  },

  readiness: {
    heading: (kind: string) => `${capitalise(kind)} đã sẵn sàng chưa?`,
    objectivesOnlyHeading: 'Kết quả từng mục tiêu',
    submitted: 'Kết quả tính theo số liệu đã nộp',
    live: 'Tính trên số liệu đã lưu đến lúc này; chỉ người có đường dẫn này nhìn thấy.',
    verdict: {
      met: (counts: Verdict) => `Đã đạt cả ${counts.requirements} yêu cầu.`,
      not_met: (counts: Verdict) => `Chưa sẵn sàng: ${counts.notMet}/${counts.requirements} yêu cầu chưa đạt.`,
      undetermined: (counts: Verdict) =>
        counts.undetermined > 0
          ? `Chưa xác định được: ${counts.undetermined}/${counts.requirements} yêu cầu còn thiếu số liệu.`
          : `Các yêu cầu đang đạt, nhưng còn ${counts.missingVillages} đơn vị chưa có số liệu.`,
    },
    requirements: 'Yêu cầu để được công nhận',
    objectives: (count: number) => `Mục tiêu theo dõi (${count})`,
    objectivesNote: 'Mục tiêu không ảnh hưởng đến việc công nhận.',
    class: (name: string) => `Phân loại: ${name}`,
    classPossible: (name: string, others: string) =>
      `Phân loại tạm tính: ${name}; còn thiếu số liệu nên có thể là ${others}.`,
  },

  section: {
    parts: 'Các phần của phiếu',
    partOf: (position: number, total: number) => `Phần ${position}/${total}`,
    error: 'Cần sửa: ',
    warning: 'Xem lại: ',
    /** Said only where readers may expect another way. */
    numberStyle: '',
    nothingAsked: 'Phần này hiện không có câu nào cần trả lời.',
    previousRound: 'Kỳ trước',
    baseline: 'Kỳ gốc',
    lastRound: (round: string, value: string) => `${round}: ${value}`,
    unanswer: 'Chưa trả lời',
    guidance: 'Hướng dẫn',
    acknowledge: 'Đã đọc và xác nhận',
    noPeople: 'Không ghi họ tên, số giấy tờ, số điện thoại của người được thống kê.',
    range: (start: string, end: string) => `Từ ${start} đến ${end}.`,
    selectOne: 'Chọn một mục',
    saveAndContinue: 'Lưu và tiếp tục',
    save: 'Lưu',
    saveAndList: 'Lưu và về danh sách',
    previous: 'Trước',
    next: 'Tiếp theo',
    otherUnits: 'Đơn vị khác, cùng phần này',
  },

  live: {
    saved: 'Đã lưu',
    saving: 'Đang lưu…',
    offline: 'Ngoại tuyến – sẽ gửi khi có mạng',
    others: 'Có người khác vừa sửa',
    conflicts: (count: number) => `Có người khác vừa sửa: ${count} câu cần bạn chọn`,
    refused: 'Máy chủ không nhận câu trả lời này. Kiểm tra lại.',
    full: 'Bộ nhớ của máy đã đầy nên máy không giữ được số liệu. Hãy để trang này mở đến khi hiện “Đã lưu”.',
    unsent: (count: number, units: string) => `${count} câu trả lời chưa gửi được${units && ` (${units})`}`,
    sendBefore:
      'Còn câu trả lời chưa gửi được. Hãy chờ có mạng, hoặc mở đơn vị đó để chọn giữa hai câu trả lời, rồi nộp phiếu.',
    twoAnswers: 'Hai người trả lời câu này khác nhau.',
    keepMine: (answer: string) => `Giữ của tôi: ${answer}`,
    takeTheirs: (answer: string) => `Lấy của người kia: ${answer}`,
    repeat: 'Như kỳ trước',
    totals: (kind: string) => `Cộng toàn ${kind}`,
    total: (sum: string, answered: number, expected: number) => `${sum} (${answered}/${expected} đơn vị)`,
    liveBasis: 'Tính trên số liệu trên máy này, kể cả số liệu chưa gửi.',
    exportUnsent: 'Tải tệp số liệu chưa gửi',
    importUnsent: 'Lấy số liệu từ tệp đã tải',
    imported: (count: number) => `Đã lấy ${count} câu trả lời từ tệp.`,
    notImported: {
      unreadable: 'Tệp này không phải tệp số liệu chưa gửi của hệ thống.',
      version: 'Tệp này do một bản mới hơn của hệ thống tạo ra. Hãy tải lại trang rồi thử lại.',
      other_commune: 'Tệp này là số liệu của xã khác.',
    },
    linkGone: 'Số liệu chưa gửi vẫn còn trong máy này. Hãy tải về tệp, xin đường dẫn mới rồi lấy số liệu từ tệp đó.',
  },

  returned: 'Phiếu đã được trả lại để sửa. Hãy xem các ý kiến rà soát, sửa số liệu rồi nộp lại.',
  reviewComments: {
    label: 'Ý kiến rà soát',
    heading: (count: number) => `Ý kiến rà soát (${count})`,
    body: 'Hãy kiểm tra lại những điều sau.',
  },
};
