import { type Command, UsageError } from './command.ts';
import { explained } from './on-province.ts';

export const province: Command = {
  words: 'CODE NAME',
  summary: 'register a province and make its database',
  async run(admin, code = '', name = '') {
    if (!/^\d{2}$/.test(code) || name === '') throw new UsageError('A province needs its two-digit code and a name.');
    await explained(admin.createProvince({ code, name }));
    return `Province ${code} (${name}) is registered.`;
  },
};
