import { Hono } from 'hono';
import { newKey } from '../auth/api-key.ts';
import { staffGuard } from '../auth/guard.ts';
import { sha256 } from '../db/hash.ts';
import { newId } from '../db/id.ts';
import type { App } from '../env.ts';
import { operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { writing } from '../http/writing.ts';
import { allKeys, insertKey, keyById, revokeKey } from './store.ts';
import { CreatedKey, KeyList, KeyPath, KeyWire, keyToWire, NewKey } from './wire.ts';

export const keys = new Hono<App>()
  .get(
    '/',
    operation({
      id: 'listKeys',
      tag: 'API keys',
      summary: 'List API keys, without the keys themselves',
      permission: 'key.read',
      success: { status: 200, schema: KeyList, description: 'The keys' },
    }),
    staffGuard('key.read'),
    async (c) => c.json({ items: (await allKeys(c.get('tenant').db)).map(keyToWire) }),
  )
  .post(
    '/',
    operation({
      id: 'createKey',
      tag: 'API keys',
      summary: 'Create an API key for an integrator',
      permission: 'key.write',
      success: { status: 201, schema: CreatedKey, description: 'The key, shown once' },
      body: true,
    }),
    staffGuard('key.write'),
    valid('json', NewKey),
    async (c) => {
      const { db, code } = c.get('tenant');
      const by = writing(c);
      const key = newKey(code);
      const row = {
        ...c.req.valid('json'),
        id: newId(),
        keyHash: await sha256(key),
        createdAt: by.now,
        revokedAt: null,
        lastUsedAt: null,
        allowedAddresses: null,
      };
      await insertKey(db, row, by);
      c.header('Cache-Control', 'no-store');
      return c.json({ ...keyToWire(row), key }, 201);
    },
  )
  .post(
    '/:keyId/revoke',
    operation({
      id: 'revokeKey',
      tag: 'API keys',
      summary: 'Revoke an API key at once',
      description: 'Revoking a revoked key changes nothing.',
      permission: 'key.write',
      success: { status: 200, schema: KeyWire, description: 'The revoked key' },
      problems: ['key_unknown', 'invalid_request'],
    }),
    staffGuard('key.write'),
    valid('param', KeyPath),
    async (c) => {
      const { db } = c.get('tenant');
      const by = writing(c);
      const row = await keyById(db, c.req.valid('param').keyId).get();
      if (!row) throw new Problem('key_unknown');
      if (row.revokedAt === null) await revokeKey(db, row.id, by);
      return c.json(keyToWire({ ...row, revokedAt: row.revokedAt ?? by.now }));
    },
  );
