import { encode } from 'uqr';

/** Quiet modules around the code, without which some phones do not find it. */
const QUIET = 4;

/**
 * An address as a QR code, one path of dark squares. Dark on light in every colour scheme, or phones do not read it; drawn with
 * attributes, because the Content-Security-Policy allows no style of its own.
 */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
