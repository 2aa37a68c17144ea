import { isSealedWith, openToken, sealToken } from '../tenancy/sealed-token.ts';
import { secretsOf } from '../tenancy/secrets.ts';
import type { By } from './acts.ts';
import type { Fleet } from './fleet.ts';
import { allProvinces, reseal } from './store.ts';

/**
 * Seals every database token with the present secret that an earlier one sealed, and returns the codes of those provinces; after it
 * the earlier secrets open nothing of the registry that is needed. Throws when a token opens with none of the secrets.
 */
export async function resealTokens(fleet: Fleet, by: By): Promise<string[]> {
  const secrets = secretsOf(fleet.env);
  const codes: string[] = [];
  for (const row of await allProvinces(fleet.control)) {
    if (row.sealedToken === null || (await isSealedWith(row.sealedToken, secrets.current))) continue;
    const token = await openToken(row.sealedToken, row.code, secrets);
    const sealed = await sealToken(token, row.code, secrets.current);
    await reseal(fleet.control, row, sealed, { ...by, now: fleet.now() });
    codes.push(row.code);
  }
  return codes;
}
