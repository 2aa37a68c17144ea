import { resealTokens } from '../../worker/provinces/reseal.ts';
import { BY } from '../administration.ts';
import type { Command } from './command.ts';

export const reseal: Command = {
  words: '',
  summary: 'seal all database tokens with the present secret, after it was changed',
  async run(admin) {
    const codes = await resealTokens(admin.fleet(), BY);
    return codes.length === 0 ? 'All tokens are sealed with the present secret.' : `Sealed anew: ${codes.join(', ')}.`;
  },
};
