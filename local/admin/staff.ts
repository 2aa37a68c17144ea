import { type Role, roles } from '../../worker/auth/permissions.ts';
import { type Command, UsageError } from './command.ts';
import { explained } from './on-province.ts';

export const staff: Command = {
  words: 'EMAIL NAME CODE ROLE',
  summary: 'invite somebody to a role: prints a link that works once',
  async run(admin, email = '', name = '', code = '', role = '') {
    if (!email.includes('@') || name === '') throw new UsageError('An invitation needs an e-mail address and a name.');
    if (!Object.hasOwn(roles, role)) throw new UsageError(`There is no role "${role}".`);
    const link = await explained(admin.inviteStaff({ email, name, provinceCode: code, role: role as Role }));
    if (link === null) throw new UsageError(`Province ${code} is not registered.`);
    return `${email} becomes ${role} within seven days, once, by\n${link}`;
  },
};
