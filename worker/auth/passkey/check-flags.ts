import type { AuthenticatorData } from './authenticator-data.ts';
import { isSame, sha256 } from './bytes.ts';
import { must } from './fault.ts';

/**
 * What §7.1 and §7.2 of WebAuthn Level 3 want of both ceremonies: `rpIdHash` is ours, somebody was there (UP) and was known to
 * their device (UV), and what is not fit for a backup (BE) has none (BS).
 */
export function checkFlags(data: AuthenticatorData, rpId: string): void {
  must(isSame(data.rpIdHash, sha256(rpId)), 'relying_party');
  must(data.userPresent, 'presence');
  must(data.userVerified, 'verification');
  must(data.backupEligible || !data.backedUp, 'backup');
}
