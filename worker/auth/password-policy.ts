import { PASSWORD_LENGTH } from './password.ts';

/** Why a password is not taken. */
export type PasswordFault = 'password_short' | 'password_long' | 'password_email' | 'password_common';

/** Rows of keys, the alphabet and the digits: what fingers type without thinking. */
const ROWS = ['1234567890', '0987654321', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz'];

/** The words that passwords are made of most, without accents, in Vietnamese offices and elsewhere. */
const WORDS = [
  ...[
    'matkhau',
    'password',
    'passw0rd',
    'p@ssword',
    'p@ssw0rd',
    'admin',
    'administrator',
    'quantri',
    'welcome',
    'letmein',
  ],
  ...['iloveyou', 'anhyeuem', 'emyeuanh', 'yeuem', 'congan', 'ubnd', 'diaban', 'vietnam', 'tinhuy', 'monkey', 'dragon'],
  ...['secret', 'changeme', 'master', 'sunshine', 'football', 'princess', 'abc', 'qwerty', 'test', 'user'],
];

/** How many characters something beside the usual has to have. */
const OWN = 4;

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');

/** A text without the runs of keys in it, three and more that follow each other. */
function withoutRuns(text: string): string {
  let rest = text.replace(/(.)\1{2,}/g, '$1');
  for (const row of ROWS) {
    for (let length = row.length; length >= 3; length -= 1) {
      for (let from = 0; from + length <= row.length; from += 1)
        rest = rest.replaceAll(row.slice(from, from + length), '');
    }
  }
  return rest;
}

/**
 * Whether what is left of a password without usual words, runs of keys, years and signs is too little to be guessed slowly. No list
 * of leaked passwords: most of them are shorter than ours may be, and the rest is built like this.
 */
function isCommon(password: string): boolean {
  let rest = plain(password).replace(/[^\p{L}\p{N}@]/gu, '');
  for (const word of WORDS.toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(word, ' ');
  const own = withoutRuns(rest)
    .replace(/(19|20)\d\d/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
  return own.length < OWN || new Set(own).size < OWN - 1;
}

/** Whether a password is an e-mail address with little around it. */
function isOfEmail(password: string, email: string): boolean {
  const [typed, address] = [plain(password), plain(email)];
  const local = address.split('@')[0]!;
  return [address, local].some((part) => {
    const rest = part.length >= OWN ? typed.replaceAll(part, '') : typed;
    return rest !== typed && rest.replace(/[^\p{L}]/gu, '').length < 2 * OWN;
  });
}

/** What is wrong with a new password of the person with this address; null when it is good. */
export function passwordFault(password: string, email: string): PasswordFault | null {
  if (password.length < PASSWORD_LENGTH.least) return 'password_short';
  if (password.length > PASSWORD_LENGTH.most) return 'password_long';
  if (isOfEmail(password, email)) return 'password_email';
  return isCommon(password) ? 'password_common' : null;
}
