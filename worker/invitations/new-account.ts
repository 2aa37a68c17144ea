import * as v from 'valibot';
import type { InvitationFault } from '../../web/invitations/view.ts';
import { passwordFault } from '../auth/password-policy.ts';
import { Line } from '../http/wire.ts';
import { Email } from './wire.ts';

/** What somebody typed who makes an account. */
export interface TypedAccount {
  name: string;
  email: string;
  password: string;
}

const Name = Line(100);

/** An account as it can be made, or what is wrong with it, in the order of the fields. */
export function accountOf(typed: TypedAccount): TypedAccount | InvitationFault[] {
  const name = v.safeParse(Name, typed.name);
  const email = v.safeParse(Email, typed.email);
  const password = passwordFault(typed.password, typed.email);
  const faults: InvitationFault[] = [
    ...(name.success ? [] : [typed.name.trim() === '' ? ('name_missing' as const) : ('name_long' as const)]),
    ...(email.success ? [] : ['email_invalid' as const]),
    ...(password ? [password] : []),
  ];
  return name.success && email.success && !password
    ? { name: name.output, email: email.output, password: typed.password }
    : faults;
}
