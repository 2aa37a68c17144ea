import { deadline } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { renderPage } from '../ui/render.ts';
import { QrCode } from './qr-code.tsx';
import { stylesheet } from './stylesheet.ts';
import type { SheetCard, SheetView } from './view.ts';

/** New links to be printed on A4, cut apart and handed out: each with its QR code, its PIN on a strip to be given separately. */
export function sheetPage(view: SheetView): string {
  const { cards, round, left, back } = view;
  const withPin = cards.some(({ pin }) => pin !== null);
  return renderPage(
    <Page
      language="vi"
      title={`Phiếu đường dẫn – ${round.name}`}
      nonce={view.nonce}
      stylesheet={stylesheet}
      skipLabel="Đến nội dung chính"
      masthead={
        <div class="masthead-inner">
          <span class="wordmark">Địa Bàn</span>
        </div>
      }
    >
      <div class="not-printed">
        <h1>
          <span class="caption">{round.name}</span> {cards.length} đường dẫn mới
        </h1>
        <p class="notice">
          In hoặc lưu trang này ngay: đường dẫn{withPin && ' và mã PIN'} chỉ hiện một lần. Đóng trang rồi thì không xem
          lại được, chỉ cấp lại được.
        </p>
        {withPin && <p>Cắt rời dải mã PIN và gửi riêng, không gửi cùng đường dẫn.</p>}
        {left > 0 && <p>Còn {left} đơn vị chưa đến lượt. Tạo tiếp sau khi in xong trang này.</p>}
        {back && (
          <p>
            <a href={back}>Danh sách đường dẫn</a>
          </p>
        )}
      </div>
      <ul class="cards">
        {cards.map((card) => (
          <Card key={card.id} card={card} round={round.name} />
        ))}
      </ul>
    </Page>,
  );
}

function Card({ card, round }: { card: SheetCard; round: string }) {
  const { day, time } = deadline(card.expiresAt, card.expiresAt);
  // Whoever types it shall not wonder whether a hyphen at the end of a line belongs to it.
  const pathStart = card.url.indexOf('/s/');
  const whose = card.commune ? `${card.unit}, ${card.commune}` : card.unit;
  return (
    <li class="card">
      <div class="card-link">
        <QrCode text={card.url} label={`Mã QR mở phiếu của ${whose}`} />
        <div>
          <h2>
            {card.unit}
            {card.commune && <span class="card-commune">{card.commune}</span>}
          </h2>
          <p>{round}</p>
          <ol>
            <li>Quét mã QR, hoặc gõ đường dẫn dưới đây vào trình duyệt.</li>
            <li>{card.pin ? 'Nhập mã PIN được gửi riêng, rồi nhập số liệu.' : 'Nhập số liệu vào phiếu.'}</li>
            <li>Bấm Lưu sau mỗi phần; có thể mở lại để nhập tiếp.</li>
          </ol>
          <p class="card-url">
            {card.url.slice(0, pathStart)}
            <wbr />
            <span class="card-path">{card.url.slice(pathStart)}</span>
          </p>
          <p class="hint">
            Dùng được đến {time ? `${time} ngày ${day}` : `hết ngày ${day}`}. Ai có đường dẫn{card.pin && ' và mã PIN'}{' '}
            đều mở được phiếu: không chuyển cho người không liên quan.
          </p>
        </div>
      </div>
      {card.pin && (
        <div class="card-pin">
          <p class="hint">{whose}</p>
          <p>
            Mã PIN <strong>{`${card.pin.slice(0, 3)} ${card.pin.slice(3)}`}</strong>
          </p>
          <p class="hint">{round}</p>
        </div>
      )}
    </li>
  );
}
