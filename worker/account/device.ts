/** What a session was begun with, as far as its browser tells; null where it does not. */
export interface Device {
  browser: string | null;
  system: string | null;
}

// The first that fits: most browsers also name those that they descend from.
const BROWSERS: [RegExp, string][] = [
  [/\bCocCoc|coc_coc_browser/, 'Cốc Cốc'],
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bOPR\/|\bOPT\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*Safari\//, 'Safari'],
];

const SYSTEMS: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

const first = (names: [RegExp, string][], text: string) => names.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** Browser and system out of a `User-Agent`. */
export const deviceOf = (userAgent: string | null): Device => ({
  browser: first(BROWSERS, userAgent ?? ''),
  system: first(SYSTEMS, userAgent ?? ''),
});

/**
 * An address without the part that tells one machine from its neighbours: enough to recognise one's office, too little to
 * follow somebody home. Null where none was recorded.
 */
export function shortAddress(address: string | null): string | null {
  if (!address) return null;
  const ofIpv4 = /^(\d+\.\d+\.\d+)\.\d+$/.exec(address)?.[1];
  if (ofIpv4) return `${ofIpv4}.…`;
  return `${address.split(':').slice(0, 3).join(':')}:…`;
}
