import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Value } from '@libsql/client/http';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, testClient, testHandler } from './test-support.ts';

async function clientWithUnits() {
  const client = testClient(testHandler());
  await client.execute('CREATE TABLE units (id INTEGER PRIMARY KEY, code TEXT UNIQUE, area REAL, crest BLOB)');
  return client;
}

describe('values', () => {
  it('passes every kind of value through unchanged', async () => {
    const client = await clientWithUnits();
    const crest = new Uint8Array([0, 1, 254, 255]);
    await client.execute('INSERT INTO units VALUES (?, ?, ?, ?)', [1, 'Bản Bo', 12.5, crest]);
    const { rows, columns, columnTypes } = await client.execute('SELECT *, NULL AS blank FROM units');
    expect(columns).toEqual(['id', 'code', 'area', 'crest', 'blank']);
    expect(columnTypes).toEqual(['INTEGER', 'TEXT', 'REAL', 'BLOB', '']);
    expect({ ...rows[0] }).toEqual({ id: 1, code: 'Bản Bo', area: 12.5, crest: crest.buffer, blank: null });
  });

  it('passes any value through unchanged', async () => {
    const client = testClient(testHandler(), { intMode: 'bigint' });
    const value = fc.oneof(
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
      fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0')),
      fc.uint8Array().map((bytes) => bytes.slice().buffer),
      fc.constant(null),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1 }), async (sent) => {
        const { rows } = await client.execute(`SELECT ${sent.map(() => '?').join()}`, sent);
        expect(Array.from(rows[0]! as ArrayLike<Value>)).toEqual(sent);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps integers of 64 bits exact', async () => {
    const client = testClient(testHandler(), { intMode: 'bigint' });
    await client.execute('CREATE TABLE t (id INTEGER PRIMARY KEY)');
    const inserted = await client.execute('INSERT INTO t VALUES (?)', [9223372036854775807n]);
    expect(inserted.lastInsertRowid).toBe(9223372036854775807n);
    expect((await client.execute('SELECT id FROM t')).rows[0]!.id).toBe(9223372036854775807n);
  });

  it('takes named arguments with any prefix or none', async () => {
    const client = testClient(testHandler());
    const { rows } = await client.execute({ sql: 'SELECT :a, @b, $c, :a', args: { a: 1, '@b': 2, $c: 3 } });
    expect([...Array(4).keys()].map((index) => rows[0]![index])).toEqual([1, 2, 3, 1]);
  });

  it('refuses too few, too many and unknown arguments', async () => {
    const client = testClient(testHandler());
    await expect(client.execute('SELECT ?, ?', [1])).rejects.toMatchObject({ code: 'ARGS_INVALID' });
    await expect(client.execute('SELECT ?', [1, 2])).rejects.toMatchObject({ code: 'ARGS_INVALID' });
    await expect(client.execute({ sql: 'SELECT :a', args: { a: 1, b: 2 } })).rejects.toMatchObject({
      code: 'ARGS_INVALID',
    });
  });
});

describe('changes', () => {
  it('tells how many rows changed and what rowid was inserted', async () => {
    const client = await clientWithUnits();
    const inserted = await client.execute("INSERT INTO units (code) VALUES ('a'), ('b')");
    expect(inserted).toMatchObject({ rowsAffected: 2, lastInsertRowid: 2n });
    expect((await client.execute('UPDATE units SET area = 1')).rowsAffected).toBe(2);
    expect(await client.execute('SELECT * FROM units')).toMatchObject({ rowsAffected: 0, lastInsertRowid: undefined });
  });

  it('tells the same of a statement that returns rows', async () => {
    const client = await clientWithUnits();
    const inserted = await client.execute("INSERT INTO units (code) VALUES ('a'), ('b') RETURNING code");
    expect(inserted).toMatchObject({ rowsAffected: 2, lastInsertRowid: 2n });
    expect(inserted.rows.map((row) => row.code)).toEqual(['a', 'b']);
  });
});

describe('errors', () => {
  it('reports a broken constraint with its code and what was broken', async () => {
    const client = await clientWithUnits();
    await client.execute("INSERT INTO units (code) VALUES ('a')");
    await expect(client.execute("INSERT INTO units (code) VALUES ('a')")).rejects.toMatchObject({
      code: 'SQLITE_CONSTRAINT',
      message: expect.stringContaining('UNIQUE constraint failed: units.code'),
    });
  });

  it('holds foreign keys', async () => {
    const client = await clientWithUnits();
    await client.execute('CREATE TABLE links (unit INTEGER NOT NULL REFERENCES units (id))');
    await expect(client.execute('INSERT INTO links VALUES (7)')).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT' });
  });

  it.each([
    ['SELECT * FROM nowhere', 'SQLITE_ERROR', 'no such table: nowhere'],
    ['SELEC 1', 'SQLITE_ERROR', 'syntax error'],
    ['SELECT 1; SELECT 2', 'SQL_MANY_STATEMENTS', 'more than one'],
    ['-- nothing', 'SQL_NO_STATEMENT', 'any statement'],
    ["ATTACH 'other.db' AS other", 'SQL_NOT_SUPPORTED', 'one database'],
    ['SELECT 9e999', 'RESULT_NOT_FINITE', 'infinite'],
  ])('%s is refused with %s', async (sql, code, message) => {
    const client = testClient(testHandler());
    await expect(client.execute(sql)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });
});

describe('batches', () => {
  it.each(['write', 'deferred'] as const)('undoes a whole %s batch when one statement fails', async (mode) => {
    const client = await clientWithUnits();
    const batch = client.batch(
      ["INSERT INTO units (code) VALUES ('a')", "INSERT INTO units (code) VALUES ('a')", 'SELECT 1'],
      mode,
    );
    await expect(batch).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT', statementIndex: 1 });
    expect((await client.execute('SELECT count(*) AS n FROM units')).rows[0]!.n).toBe(0);
  });

  it('returns the result of every statement of a batch', async () => {
    const client = await clientWithUnits();
    const [inserted, selected] = await client.batch(
      [{ sql: 'INSERT INTO units (code) VALUES (?)', args: ['a'] }, 'SELECT code FROM units'],
      'write',
    );
    expect(inserted!.rowsAffected).toBe(1);
    expect(selected!.rows[0]!.code).toBe('a');
  });

  it('refuses to write in a read batch', async () => {
    const client = await clientWithUnits();
    await expect(client.batch(['SELECT 1', "INSERT INTO units (code) VALUES ('a')"], 'read')).rejects.toMatchObject({
      code: 'SQLITE_READONLY',
    });
    expect((await client.execute('SELECT count(*) AS n FROM units')).rows[0]!.n).toBe(0);
  });

  it('runs a migration with foreign keys off, and has them on again afterwards', async () => {
    const client = await clientWithUnits();
    await client.execute('CREATE TABLE links (unit INTEGER REFERENCES units (id))');
    await client.migrate(['INSERT INTO links VALUES (7)']);
    expect((await client.execute('PRAGMA foreign_keys')).rows[0]!.foreign_keys).toBe(1);
    await expect(client.execute('INSERT INTO links VALUES (8)')).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT' });
  });
});

it('keeps the settings and temporary tables of one client from the next', async () => {
  const client = await clientWithUnits();
  await client.execute('PRAGMA foreign_keys = off');
  expect((await client.execute('PRAGMA foreign_keys')).rows[0]!.foreign_keys).toBe(1);
  await client.execute('CREATE TEMP TABLE t (a)');
  await expect(client.execute('SELECT * FROM t')).rejects.toMatchObject({ code: 'SQLITE_ERROR' });
});

describe('several statements in one text', () => {
  it('runs them in order', async () => {
    const client = await clientWithUnits();
    await client.executeMultiple("INSERT INTO units (code) VALUES ('a;b'); DELETE FROM units; -- gone\n");
    expect((await client.execute('SELECT count(*) AS n FROM units')).rows[0]!.n).toBe(0);
  });

  it('stops at the first that fails, keeping what came before', async () => {
    const client = await clientWithUnits();
    const text = "INSERT INTO units (code) VALUES ('a'); SELECT * FROM nowhere; DELETE FROM units";
    await expect(client.executeMultiple(text)).rejects.toMatchObject({ code: 'SQLITE_ERROR' });
    expect((await client.execute('SELECT count(*) AS n FROM units')).rows[0]!.n).toBe(1);
  });
});

describe('files', () => {
  it('finds everything again after a restart', async () => {
    const dataDir = temporaryFolder();
    const before = testHandler({ dataDir, synchronous: 'FULL' });
    await testClient(before).executeMultiple("CREATE TABLE t (a); INSERT INTO t VALUES ('kept')");
    before.close();
    const after = testHandler({ dataDir });
    expect((await testClient(after).execute('SELECT a FROM t')).rows[0]!.a).toBe('kept');
  });

  it('keeps each database in a file of its own', async () => {
    const handler = testHandler();
    await testClient(handler, { url: 'http://p12.turso.local' }).execute('CREATE TABLE t (a)');
    const other = testClient(handler, { url: 'http://p33.turso.local' });
    await expect(other.execute('SELECT * FROM t')).rejects.toMatchObject({ code: 'SQLITE_ERROR' });
  });

  it('opens none for an address that is not a database', async () => {
    const client = testClient(testHandler(), { url: 'http://127.0.0.1' });
    await expect(client.execute('SELECT 1')).rejects.toMatchObject({ code: 'DATABASE_NAME_INVALID' });
  });

  it('says so when the folder cannot be used', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const client = testClient(testHandler({ dataDir: file }));
    await expect(client.execute('SELECT 1')).rejects.toMatchObject({ code: 'SQLITE_CANTOPEN' });
  });
});
