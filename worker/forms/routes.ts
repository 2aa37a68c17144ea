import { Hono } from 'hono';
import { staffGuard } from '../auth/guard.ts';
import { hashOf } from '../db/hash.ts';
import { isUniqueViolation } from '../db/precondition.ts';
import type { App } from '../env.ts';
import { languageOf } from '../http/language.ts';
import { operation } from '../http/operation.ts';
import { accept, Problem } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { writing } from '../http/writing.ts';
import { createVersion, definitionOf } from './create-version.ts';
import { allVersions, insertVersion, publishVersion, versionById, versionsOfKey } from './store.ts';
import {
  FormVersionDetail,
  FormVersionList,
  FormVersionPath,
  FormVersionWire,
  formVersionToWire,
  NewFormVersion,
} from './wire.ts';

export const forms = new Hono<App>()
  .get(
    '/',
    operation({
      id: 'listFormVersions',
      tag: 'Forms',
      summary: 'List all versions of all forms',
      permission: 'form.read',
      success: { status: 200, schema: FormVersionList, description: 'Form versions, without their definitions' },
    }),
    staffGuard('form.read'),
    async (c) => {
      const rows = await allVersions(c.get('tenant').db);
      return c.json({ items: rows.map(formVersionToWire) });
    },
  )
  .post(
    '/',
    operation({
      id: 'createFormVersion',
      tag: 'Forms',
      summary: 'Save a definition as the next draft of its form',
      description: 'A definition that equals an existing version gives that version back.',
      permission: 'form.write',
      success: { status: 201, schema: FormVersionWire, description: 'The version' },
      body: true,
      problems: ['definition_invalid', 'template_unknown', 'conflict'],
    }),
    staffGuard('form.write'),
    valid('json', NewFormVersion),
    async (c) => {
      const { db } = c.get('tenant');
      const by = writing(c);
      const document = accept(definitionOf(c.req.valid('json'), languageOf(c)));
      const versions = await versionsOfKey(db, document.id);
      const hash = await hashOf(document);
      const decision = createVersion(
        versions.map(({ version }) => version),
        document,
        hash,
        by.now,
      );
      if (decision.isNewVersion) {
        await insertVersion(db, decision.row, decision.isNewForm, by).catch((error: unknown) => {
          throw isUniqueViolation(error) ? new Problem('conflict') : error;
        });
      }
      return c.json(formVersionToWire(decision.row), decision.isNewVersion ? 201 : 200);
    },
  )
  .get(
    '/versions/:versionId',
    operation({
      id: 'getFormVersion',
      tag: 'Forms',
      summary: 'One form version with its definition',
      permission: 'form.read',
      success: { status: 200, schema: FormVersionDetail, description: 'The version' },
      problems: ['form_unknown', 'invalid_request'],
    }),
    staffGuard('form.read'),
    valid('param', FormVersionPath),
    async (c) => {
      const row = await versionById(c.get('tenant').db, c.req.valid('param').versionId).get();
      if (!row) throw new Problem('form_unknown');
      return c.json({ ...formVersionToWire(row), definition: row.document });
    },
  )
  .post(
    '/versions/:versionId/publish',
    operation({
      id: 'publishFormVersion',
      tag: 'Forms',
      summary: 'Publish a draft; from then on it never changes',
      description: 'Publishing a published version changes nothing.',
      permission: 'form.publish',
      success: { status: 200, schema: FormVersionWire, description: 'The published version' },
      problems: ['form_unknown', 'invalid_request'],
    }),
    staffGuard('form.publish'),
    valid('param', FormVersionPath),
    async (c) => {
      const { db } = c.get('tenant');
      const by = writing(c);
      const row = await versionById(db, c.req.valid('param').versionId).get();
      if (!row) throw new Problem('form_unknown');
      if (row.publishedAt === null) await publishVersion(db, row.id, row.hash, by);
      return c.json(formVersionToWire({ ...row, publishedAt: row.publishedAt ?? by.now }));
    },
  );
