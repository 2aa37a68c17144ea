import type { Command } from './command.ts';

export const operator: Command = {
  words: '',
  summary: "make an operator's account: prints a link that works once",
  run: async (admin) => `Whoever opens this within seven days, once, becomes an operator:\n${await admin.setupLink()}`,
};
