import { randomBytes } from 'node:crypto';
import { type Role, roles } from '../../worker/auth/permissions.ts';
import { type Command, UsageError } from './command.ts';

export const staff: Command = {
  words: 'EMAIL NAME CODE ROLE',
  summary: 'make an account, or give an account one more role',
  async run(admin, email = '', name = '', code = '', role = '') {
    if (!email.includes('@') || name === '') throw new UsageError('An account needs an e-mail address and a name.');
    if (!Object.hasOwn(roles, role)) throw new UsageError(`There is no role "${role}".`);
    const password = randomBytes(12).toString('base64url');
    const outcome = await admin.addStaff({ email, name, password, provinceCode: code, role: role as Role });
    if (outcome === 'province unknown') throw new UsageError(`Province ${code} is not registered.`);
    if (outcome === 'joined') return `${email} is now ${role} in ${code} too.`;
    return `${email} may sign in with the password ${password}`;
  },
};
