import { encode } from 'uqr';

/** Quiet modules around the code, without which some phones do not find it. */
const QUIET = 4;

/** The dark runs of a row as parts of a path: squares side by side are one rectangle, which prints without seams. */
function darkRuns(row: boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x += 1;
    const width = x + 1 - start;
    path += `M${start} ${y}h${width}v1h-${width}z`;
  }
  return path;
}

/**
 * An address as a QR code. Dark on light in every colour scheme, or phones do not read it; drawn with attributes, because the
 * Content-Security-Policy allows no style of its own.
 */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={data.map(darkRuns).join('')} fill="#000" />
    </svg>
  );
}
