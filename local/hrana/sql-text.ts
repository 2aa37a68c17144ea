/**
 * Reads just enough of an SQL text to run it safely: where its statements end, which parameters they take, and whether
 * they may write. SQLite knows all this, but the native library does not tell: it silently ignores whatever follows the
 * first statement, and has no call for parameters or for "does this write?".
 */

export interface SqlStatement {
  readonly text: string;
  /** Its first keyword in upper case; of a WITH statement, the keyword after the common table expressions. */
  readonly verb: string;
  readonly isExplain: boolean;
  /** It may change the database file or take its write lock. When in doubt, true. */
  readonly writes: boolean;
  /** It starts a transaction that must not write (`BEGIN READONLY`, libSQL's extension). */
  readonly opensReadonly: boolean;
  /** It changes settings or temporary tables of the connection, which must not be handed to the next stream. */
  readonly marksConnection: boolean;
  /** Names with their prefix, by SQLite's parameter number less one; null where a parameter has no name. */
  readonly parameters: readonly (string | null)[];
}

const name = '[\\w$\\u0080-\\uffff]';
const TOKEN = new RegExp(
  [
    '(?<space>\\s+|--[^\\n]*|/\\*[^]*?(?:\\*/|$))',
    '(?<quoted>\'(?:[^\']+|\'\')*(?:\'|$)|"(?:[^"]+|"")*(?:"|$)|`(?:[^`]+|``)*(?:`|$)|\\[[^\\]]*(?:\\]|$))',
    `(?<parameter>\\?\\d*|[:@$]${name}+(?:::${name}+)*(?:\\([^)\\s]*\\))?)`,
    `(?<word>[A-Za-z_\\u0080-\\uffff]${name}*)`,
    '(?<other>\\d[\\w.]*|[^])',
  ].join('|'),
  'gy',
);

const MAIN_VERBS = new Set(['SELECT', 'VALUES', 'INSERT', 'REPLACE', 'UPDATE', 'DELETE']);
const READING_VERBS = new Set(['SELECT', 'VALUES', 'COMMIT', 'END', 'ROLLBACK', 'SAVEPOINT', 'RELEASE']);
const WRITING_BEGINS = new Set(['IMMEDIATE', 'EXCLUSIVE', 'CONCURRENT']);
/** Pragmas whose argument says what to look at, rather than what to set. */
const QUERY_PRAGMAS = new Set([
  ...['TABLE_INFO', 'TABLE_XINFO', 'TABLE_LIST', 'INDEX_INFO', 'INDEX_XINFO', 'INDEX_LIST'],
  ...['FOREIGN_KEY_LIST', 'FOREIGN_KEY_CHECK', 'INTEGRITY_CHECK', 'QUICK_CHECK'],
]);
/** Pragmas that do something even without an argument. */
const ACTING_PRAGMAS = new Set(['WAL_CHECKPOINT', 'INCREMENTAL_VACUUM', 'OPTIMIZE']);

/** Tokens kept from a statement's start: enough for `EXPLAIN QUERY PLAN PRAGMA main.table_info(`. */
const HEAD_LENGTH = 9;

const CACHED_TEXTS = 500;
const CACHED_LENGTH = 10_000;
const cache = new Map<string, readonly SqlStatement[]>();

/** The statements of a text in order; empty when it holds only blanks and comments. Never throws: SQLite judges. */
export function readSql(text: string): readonly SqlStatement[] {
  const known = cache.get(text);
  if (known) return known;
  const statements = readStatements(text);
  if (text.length <= CACHED_LENGTH) {
    if (cache.size >= CACHED_TEXTS) cache.delete(cache.keys().next().value!);
    cache.set(text, statements);
  }
  return statements;
}

interface Draft {
  start: number;
  end: number;
  head: string[];
  /** The last two tokens, to see the `; END` that closes a trigger's body. */
  last: [string, string];
  depth: number;
  mainVerb: string | null;
  parameters: (string | null)[];
}

function readStatements(text: string): SqlStatement[] {
  const statements: SqlStatement[] = [];
  let draft: Draft | null = null;
  for (const match of text.matchAll(TOKEN)) {
    const groups = match.groups!;
    if (groups.space !== undefined) continue;
    const token = match[0];
    if (token === ';' && (draft === null || !isInsideTrigger(draft))) {
      if (draft) statements.push(finish(text, draft));
      draft = null;
      continue;
    }
    draft ??= { start: match.index, end: 0, head: [], last: ['', ''], depth: 0, mainVerb: null, parameters: [] };
    add(draft, groups.word === undefined ? token : token.toUpperCase(), groups);
    draft.end = match.index + token.length;
  }
  if (draft) statements.push(finish(text, draft));
  return statements;
}

function add(draft: Draft, token: string, groups: Record<string, string | undefined>): void {
  if (draft.head.length < HEAD_LENGTH) draft.head.push(token);
  draft.last = [draft.last[1], token];
  if (token === '(') draft.depth += 1;
  if (token === ')') draft.depth -= 1;
  if (groups.word !== undefined && draft.depth === 0 && MAIN_VERBS.has(token)) draft.mainVerb ??= token;
  if (groups.parameter !== undefined) addParameter(draft.parameters, token);
}

/** SQLite's numbering: `?` takes the next number, `?3` the third, a name the number it already has or the next one. */
function addParameter(parameters: (string | null)[], token: string): void {
  if (token === '?') {
    parameters.push(null);
  } else if (token.startsWith('?')) {
    const number = Number(token.slice(1));
    // SQLite's own limit; beyond it SQLite refuses the statement, and no array should grow to find that out.
    if (number < 1 || number > 32_766) return;
    while (parameters.length < number) parameters.push(null);
    parameters[number - 1] ??= token;
  } else if (!parameters.includes(token)) {
    parameters.push(token);
  }
}

/** The semicolons in a trigger's body do not end the statement; the one after `; END` does (as in sqlite3_complete). */
function isInsideTrigger(draft: Draft): boolean {
  const { words } = withoutExplain(draft.head);
  const isTrigger = words[0] === 'CREATE' && (words[1] === 'TRIGGER' || (isTemporary(words) && words[2] === 'TRIGGER'));
  return isTrigger && !(draft.last[0] === ';' && draft.last[1] === 'END');
}

function finish(text: string, draft: Draft): SqlStatement {
  const { words, isExplain } = withoutExplain(draft.head);
  const verb = words[0] === 'WITH' ? (draft.mainVerb ?? 'WITH') : (words[0] ?? '');
  const pragma = verb === 'PRAGMA' ? readPragma(words) : null;
  return {
    text: text.slice(draft.start, draft.end),
    verb,
    isExplain,
    // SQLite runs some pragmas when it prepares them, and so even behind EXPLAIN.
    writes: pragma?.writes ?? (!isExplain && mayWrite(verb, words)),
    opensReadonly: verb === 'BEGIN' && words.slice(1, 3).includes('READONLY'),
    marksConnection: pragma?.sets ?? (verb === 'CREATE' && isTemporary(words)),
    parameters: draft.parameters,
  };
}

function mayWrite(verb: string, words: string[]): boolean {
  if (verb === 'BEGIN') return WRITING_BEGINS.has(words[1] ?? '');
  return !READING_VERBS.has(verb);
}

function readPragma(words: string[]): { writes: boolean; sets: boolean } {
  const at = words[2] === '.' ? 3 : 1;
  const pragma = words[at] ?? '';
  const hasArgument = words[at + 1] === '=' || words[at + 1] === '(';
  const sets = hasArgument && !QUERY_PRAGMAS.has(pragma);
  return { sets, writes: sets || ACTING_PRAGMAS.has(pragma) };
}

function withoutExplain(head: string[]): { words: string[]; isExplain: boolean } {
  if (head[0] !== 'EXPLAIN') return { words: head, isExplain: false };
  return { words: head.slice(head[1] === 'QUERY' ? 3 : 1), isExplain: true };
}

function isTemporary(words: string[]): boolean {
  return words[1] === 'TEMP' || words[1] === 'TEMPORARY';
}
