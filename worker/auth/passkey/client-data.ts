import { must, PasskeyFault } from './fault.ts';

/** What a ceremony must have been about: the challenge that we gave, on our own pages. */
export interface Ceremony {
  type: 'webauthn.create' | 'webauthn.get';
  /** As it was given, base64url. */
  challenge: string;
  /** Of our pages: `https://diaban.example.vn`. */
  origin: string;
  /** The host that credentials belong to. */
  rpId: string;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parsed(bytes: Uint8Array): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(utf8.decode(bytes));
    if (typeof read === 'object' && read !== null) return read as Record<string, unknown>;
  } catch {
    // Not JSON, or not UTF-8.
  }
  throw new PasskeyFault('shape');
}

/**
 * What the browser says of a ceremony (WebAuthn Level 3 §5.8.1) against what it must have been, as §7.1 and §7.2 want it: `type`,
 * `challenge`, `origin`, `crossOrigin` and `topOrigin`. Our pages may not be framed, so nothing is ever asked across origins.
 * Members that we do not know are let be, because browsers may add some.
 */
export function checkClientData(bytes: Uint8Array, { type, challenge, origin }: Ceremony): void {
  const said = parsed(bytes);
  must(said.type === type, 'type');
  must(said.challenge === challenge, 'challenge');
  must(said.origin === origin, 'origin');
  must((said.crossOrigin ?? false) === false && said.topOrigin === undefined, 'cross_origin');
}
