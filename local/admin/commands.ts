import { roles } from '../../worker/auth/permissions.ts';
import type { Command } from './command.ts';
import { deleteCommand } from './delete.ts';
import { migrate } from './migrate.ts';
import { operator } from './operator.ts';
import { province } from './province.ts';
import { provinces } from './provinces.ts';
import { reseal } from './reseal.ts';
import { restore } from './restore.ts';
import { resume } from './resume.ts';
import { rotateTokenCommand } from './rotate-token.ts';
import { staff } from './staff.ts';
import { suspend } from './suspend.ts';

/** The commands by name, in the order in which the usage lists them. */
export const commands: Record<string, Command> = {
  provinces,
  province,
  suspend,
  resume,
  'rotate-token': rotateTokenCommand,
  delete: deleteCommand,
  restore,
  reseal,
  operator,
  staff,
  migrate,
};

const calls = Object.entries(commands).map(([name, { words, summary }]) => [`${name} ${words}`.trim(), summary]);
const width = Math.max(...calls.map(([call]) => call!.length)) + 3;

export const USAGE = `Usage:
${calls.map(([call, summary]) => `  npm run admin -- ${call!.padEnd(width)}${summary}`).join('\n')}

  CODE is the province's two digits; ROLE is one of ${Object.keys(roles).join(', ')}.
  The data are those of DATA_DIR (.data when it is not set), or those that CONTROL_DATABASE_URL, CONTROL_DATABASE_TOKEN and
  SECRET name. Links are made for PUBLIC_URL; without it, for where npm start listens.`;
