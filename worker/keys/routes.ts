import { Hono } from 'hono';
import { staffGuard } from '../auth/guard.ts';
import type { App } from '../env.ts';
import { knowsAddresses } from '../http/client-address.ts';
import { expectedRevision, revisionTag } from '../http/if-match.ts';
import { operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { writing } from '../http/writing.ts';
import { createKey } from './create-key.ts';
import { renameKey } from './rename-key.ts';
import { rotateKey } from './rotate-key.ts';
import { allKeys, keyById, revokeKey } from './store.ts';
import { CreatedKey, KeyList, KeyPatch, KeyPath, KeyWire, keyToWire, NewKey, Rotation } from './wire.ts';

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
      problems: ['addresses_not_known'],
    }),
    staffGuard('key.write'),
    valid('json', NewKey),
    async (c) => {
      const command = c.req.valid('json');
      const { row, key } = await createKey(c.get('tenant'), command, knowsAddresses(c.env), writing(c));
      c.header('Cache-Control', 'no-store');
      return c.json({ ...keyToWire(row), key }, 201);
    },
  )
  .patch(
    '/:keyId',
    operation({
      id: 'renameKey',
      tag: 'API keys',
      summary: 'Give an API key another name',
      description: 'For whoever reads the list: the key itself opens what it opened. `If-Match` is the revision.',
      permission: 'key.write',
      success: { status: 200, schema: KeyWire, description: 'The key' },
      body: true,
      problems: ['key_unknown', 'key_ended', 'precondition_required', 'revision_mismatch'],
    }),
    staffGuard('key.write'),
    valid('param', KeyPath),
    valid('json', KeyPatch),
    async (c) => {
      const { keyId } = c.req.valid('param');
      const command = { ...c.req.valid('json'), over: expectedRevision(c) };
      const row = await renameKey(c.get('tenant').db, keyId, command, writing(c));
      c.header('ETag', revisionTag(row.revision));
      return c.json(keyToWire(row));
    },
  )
  .post(
    '/:keyId/rotate',
    operation({
      id: 'rotateKey',
      tag: 'API keys',
      summary: 'Give an API key another text',
      description:
        'The old text opens beside the new one for `overlapHours`, a day unless told and a week at most. A text that was replaced before that opens no longer.',
      permission: 'key.write',
      success: { status: 200, schema: CreatedKey, description: 'The key with its new text, shown once' },
      body: true,
      problems: ['key_unknown', 'key_ended', 'conflict'],
    }),
    staffGuard('key.write'),
    valid('param', KeyPath),
    valid('json', Rotation),
    async (c) => {
      const { keyId } = c.req.valid('param');
      const { row, key } = await rotateKey(c.get('tenant'), keyId, c.req.valid('json'), writing(c));
      c.header('Cache-Control', 'no-store');
      return c.json({ ...keyToWire(row), key }, 200);
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
      if (row.revokedAt !== null) return c.json(keyToWire(row));
      await revokeKey(db, row, by);
      return c.json(keyToWire({ ...row, revokedAt: by.now, revision: row.revision + 1 }));
    },
  );
