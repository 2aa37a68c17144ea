import { createClient } from '@libsql/client';
import { expect, test } from 'vitest';
import { provinceMigrations } from '../migrations/bundle.gen.ts';
import { migrate } from '../migrations/migrate.ts';
import { searchKey } from '../worker/units/search-key.ts';

const now = () => new Date('2026-11-22T00:00:00.000Z');
const FIRST_WITH_VERSIONS = provinceMigrations.findIndex(({ tag }) => tag.endsWith('collecting'));

/** Every letter with every tone, small and capital. */
const ALPHABET = [...'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY'].flatMap((letter) =>
  ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => (letter + tone).normalize('NFC')),
);

test('units of an older database become their first version, found as the service finds them', async () => {
  const client = createClient({ url: ':memory:' });
  await migrate(client, provinceMigrations.slice(0, FIRST_WITH_VERSIONS), now);
  const names = [`${ALPHABET.join('')}đĐ`, 'Phượng Tiến'];
  for (const [index, name] of names.entries()) {
    const args = [`u${index}`, name, index === 1 ? '05563' : null];
    await client.execute({
      sql: `INSERT INTO units (id, level, kind_label, name, code, attributes, created_at)
        VALUES (?, 'commune', 'xã', ?, ?, '{"on_key_route":true}', '2025-01-01T00:00:00.000Z')`,
      args,
    });
  }
  await client.execute(`INSERT INTO lineage VALUES ('u0', 'u1', 'whole', '2025-07-01', 'NQ')`);
  await migrate(client, provinceMigrations, now);
  const { rows } = await client.execute('SELECT * FROM unit_versions ORDER BY unit_id');
  expect(rows).toMatchObject([
    { unit_id: 'u0', valid_from: '2025-01-01', valid_to: '2025-07-01', search_key: searchKey({ name: names[0]! }) },
    { valid_to: null, code: '05563', search_key: 'phuong tien 05563', attributes: '{"on_key_route":true}' },
  ]);
});

test('answers of an older database keep their form version and become their first revision', async () => {
  const client = createClient({ url: ':memory:' });
  await migrate(client, provinceMigrations.slice(0, FIRST_WITH_VERSIONS), now);
  await client.executeMultiple(`
    INSERT INTO forms VALUES ('f', 'form', 'x');
    INSERT INTO form_versions VALUES ('v', 'f', 1, '{}', 'h', 'x', 'x');
    INSERT INTO rounds (id, name, kind, form_version_id, created_at) VALUES ('r', 'R', 'annual', 'v', 'x');
    INSERT INTO responses VALUES ('r', 'u', 'c', '{"population":5}', '{}', 3, 'x', 'l');`);
  await migrate(client, provinceMigrations, now);
  const { rows } = await client.execute(`SELECT p.form_version_id, v.revision, v.changes
    FROM responses p JOIN response_revisions v ON v.unit_id = p.unit_id`);
  expect(rows).toMatchObject([{ form_version_id: 'v', revision: 3, changes: '{"population":5}' }]);
});
