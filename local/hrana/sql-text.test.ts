import { describe, expect, it, test } from 'vitest';
import { readSql } from './sql-text.ts';

const texts = (sql: string) => readSql(sql).map((statement) => statement.text);
const only = (sql: string) => {
  const statements = readSql(sql);
  expect(statements).toHaveLength(1);
  return statements[0]!;
};

describe('where statements end', () => {
  test.each([
    ['SELECT 1', ['SELECT 1']],
    ['SELECT 1;', ['SELECT 1']],
    [' ; ;SELECT 1; -- done\n', ['SELECT 1']],
    ['SELECT 1; SELECT 2', ['SELECT 1', 'SELECT 2']],
    ["SELECT 'a;''b'; SELECT \";\", `;`, [;]", ["SELECT 'a;''b'", 'SELECT ";", `;`, [;]']],
    ['SELECT 1 -- a; b\n + 2; /* ; */ SELECT 3', ['SELECT 1 -- a; b\n + 2', 'SELECT 3']],
    ["SELECT 'not closed; SELECT 2", ["SELECT 'not closed; SELECT 2"]],
    ['-- only a comment', []],
    ['', []],
  ])('%s', (sql, expected) => {
    expect(texts(sql)).toEqual(expected);
  });

  it('keeps the semicolons of a trigger inside its statement', () => {
    const trigger =
      'CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET x = CASE WHEN 1 THEN 2 END; SELECT 1; END';
    expect(texts(`${trigger}; SELECT 2`)).toEqual([trigger, 'SELECT 2']);
  });

  it('reads a text of a million characters without running out of stack', () => {
    const sql = `INSERT INTO t VALUES ('${"it''s;".repeat(200_000)}'); SELECT 1`;
    expect(texts(sql)).toHaveLength(2);
  });
});

describe('which statements may write', () => {
  test.each([
    'SELECT 1',
    'select replace(a, b, c) from t',
    'VALUES (1)',
    'WITH a AS (SELECT 1) SELECT * FROM a',
    'EXPLAIN DELETE FROM t',
    'EXPLAIN QUERY PLAN INSERT INTO t VALUES (1)',
    'BEGIN',
    'BEGIN DEFERRED',
    'BEGIN TRANSACTION READONLY',
    'COMMIT',
    'ROLLBACK TO a',
    'SAVEPOINT a',
    'PRAGMA user_version',
    'PRAGMA main.table_info(t)',
    'pragma foreign_key_check',
  ])('%s does not', (sql) => {
    expect(only(sql).writes).toBe(false);
  });

  test.each([
    'insert into t values (1)',
    '/* a */ REPLACE INTO t VALUES (1)',
    'WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a',
    'WITH RECURSIVE a(x) AS (SELECT 1 UNION SELECT x FROM a), b AS (SELECT 2) DELETE FROM t',
    'BEGIN IMMEDIATE',
    'begin exclusive transaction',
    'CREATE TABLE t (a)',
    'PRAGMA user_version = 3',
    'PRAGMA main.user_version(3)',
    'PRAGMA wal_checkpoint',
    'EXPLAIN PRAGMA user_version = 3',
    'VACUUM',
    'nonsense',
  ])('%s does', (sql) => {
    expect(only(sql).writes).toBe(true);
  });
});

test.each([
  ['PRAGMA foreign_keys = off', true],
  ['PRAGMA main.synchronous(off)', true],
  ['CREATE TEMPORARY TABLE t (a)', true],
  ['PRAGMA foreign_keys', false],
  ['PRAGMA table_info(t)', false],
  ['CREATE TABLE temp_t (a)', false],
])('%s marks the connection: %s', (sql, expected) => {
  expect(only(sql).marksConnection).toBe(expected);
});

test.each([
  ['SELECT ?, ?', [null, null]],
  ['SELECT ?3, ?', [null, null, '?3', null]],
  ['SELECT :a, @b, $c, :a', [':a', '@b', '$c']],
  ['SELECT \':a\', "?", [?], t.x -- ?\n', []],
  ['SELECT $a::b(c), ?', ['$a::b(c)', null]],
  ['SELECT a->>:path', [':path']],
])('the parameters of %s are numbered as SQLite does', (sql, expected) => {
  expect(only(sql).parameters).toEqual(expected);
});

it('recognises a read-only transaction', () => {
  expect(only('BEGIN TRANSACTION READONLY').opensReadonly).toBe(true);
  expect(only('BEGIN READONLY').opensReadonly).toBe(true);
  expect(only('BEGIN TRANSACTION').opensReadonly).toBe(false);
});
