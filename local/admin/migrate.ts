import type { Command } from './command.ts';

export const migrate: Command = {
  words: '',
  summary: 'bring all databases up to date',
  // Every command does so before it runs.
  run: async () => 'All databases are up to date.',
};
