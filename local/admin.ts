/** `npm run admin`: the operator's acts on this machine's databases, until a console has them. */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type Role, roles } from '../worker/auth/permissions.ts';
import { administration } from './administration.ts';
import { createHranaHandler } from './hrana/handler.ts';

const USAGE = `Usage:
  npm run admin -- province CODE NAME            register a province and make its database
  npm run admin -- staff EMAIL NAME CODE ROLE    make an account, or give an account one more role
  npm run admin -- migrate                       bring all databases up to date

  CODE is the province's two digits; ROLE is one of ${Object.keys(roles).join(', ')}.
  The data are those of DATA_DIR (.data when it is not set).`;

function fail(message: string): never {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(2);
}

const { positionals } = parseArgs({ allowPositionals: true });
const [command, ...words] = positionals;
const databases = createHranaHandler({ dataDir: process.env.DATA_DIR ?? '.data' });
const admin = administration(databases);

async function province(code = '', name = ''): Promise<string> {
  if (!/^\d{2}$/.test(code) || name === '') fail('A province needs its two-digit code and a name.');
  await admin.createProvince({ code, name });
  return `Province ${code} (${name}) is registered.`;
}

async function staff(email = '', name = '', code = '', role = ''): Promise<string> {
  if (!email.includes('@') || name === '') fail('An account needs an e-mail address and a name.');
  if (!Object.hasOwn(roles, role)) fail(`There is no role "${role}".`);
  const password = randomBytes(12).toString('base64url');
  const outcome = await admin.addStaff({ email, name, password, provinceCode: code, role: role as Role });
  if (outcome === 'province unknown') fail(`Province ${code} is not registered.`);
  if (outcome === 'joined') return `${email} is now ${role} in ${code} too.`;
  return `${email} may sign in with the password ${password}`;
}

try {
  await admin.migrateAll().then((applied) => {
    for (const line of applied) console.log(`migrated ${line}`);
  });
  if (command === 'province') console.log(await province(...words));
  else if (command === 'staff') console.log(await staff(...words));
  else if (command !== 'migrate') fail(command ? `There is no command "${command}".` : 'Which command?');
} finally {
  databases.close();
}
