import { Hono } from 'hono';
import * as v from 'valibot';
import { consequencesOf, diffDefinitions, type Issue, readXlsform, writeXlsform } from '../../forms/index.ts';
import { staffGuard } from '../auth/guard.ts';
import type { App } from '../env.ts';
import { languageOf } from '../http/language.ts';
import { operation } from '../http/operation.ts';
import { accept, Problem, problemErrors } from '../http/problem.ts';
import { requireType, valid, XLSX } from '../http/valid.ts';
import { writing } from '../http/writing.ts';
import { definitionOf } from './definition-of.ts';
import { saveVersion } from './save-version.ts';
import { allVersions, publishVersion, twoVersions, versionById } from './store.ts';
import {
  DiffQuery,
  DiffWire,
  FormVersionDetail,
  FormVersionList,
  FormVersionPath,
  FormVersionWire,
  formVersionToWire,
  ImportedVersion,
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
      const document = accept(await definitionOf(c.env, c.req.valid('json'), languageOf(c)));
      const decision = await saveVersion(c.get('tenant').db, document, writing(c));
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
  )
  .post(
    '/xlsform',
    operation({
      id: 'importXlsform',
      tag: 'Forms',
      summary: 'Save an XLSForm workbook as the next draft of its form',
      description: `The body is the .xlsx file itself, with the content type \`${XLSX}\`. Errors name sheet and cell.`,
      permission: 'form.write',
      success: { status: 201, schema: ImportedVersion, description: 'The version, with warnings' },
      problems: ['definition_invalid', 'unsupported_media_type', 'body_too_large', 'conflict'],
    }),
    staffGuard('form.write'),
    async (c) => {
      requireType(c, XLSX);
      const { definition, issues } = await readXlsform(new Uint8Array(await c.req.arrayBuffer()));
      const details = (severity: Issue['severity']) =>
        problemErrors(
          issues.filter((issue) => issue.severity === severity),
          languageOf(c),
        );
      if (!definition) throw new Problem('definition_invalid', details('error'));
      const decision = await saveVersion(c.get('tenant').db, definition, writing(c));
      const body = { ...formVersionToWire(decision.row), warnings: details('warning') };
      return c.json(body, decision.isNewVersion ? 201 : 200);
    },
  )
  .get(
    '/versions/:versionId/xlsform',
    operation({
      id: 'exportXlsform',
      tag: 'Forms',
      summary: 'A form version as an XLSForm workbook',
      permission: 'form.read',
      success: { status: 200, schema: v.any(), description: 'The workbook', media: XLSX },
      problems: ['form_unknown', 'invalid_request'],
    }),
    staffGuard('form.read'),
    valid('param', FormVersionPath),
    async (c) => {
      const row = await versionById(c.get('tenant').db, c.req.valid('param').versionId).get();
      if (!row) throw new Problem('form_unknown');
      const bytes = (await writeXlsform(row.document)) as Uint8Array<ArrayBuffer>;
      c.header('Content-Disposition', `attachment; filename="${row.document.id}-${row.number}.xlsx"`);
      return c.body(bytes, 200, { 'Content-Type': XLSX });
    },
  )
  .get(
    '/versions/:versionId/diff',
    operation({
      id: 'diffFormVersion',
      tag: 'Forms',
      summary: 'What changed from another version to this one, and what follows from it',
      permission: 'form.read',
      success: { status: 200, schema: DiffWire, description: 'The changes, to be read before publishing' },
      problems: ['form_unknown', 'invalid_request'],
    }),
    staffGuard('form.read'),
    valid('param', FormVersionPath),
    valid('query', DiffQuery),
    async (c) => {
      const { from } = c.req.valid('query');
      const [before, after] = await twoVersions(c.get('tenant').db, from, c.req.valid('param').versionId);
      if (!before || !after) throw new Problem('form_unknown');
      const changes = diffDefinitions(before.document, after.document);
      const short = changes.map(({ code, path, severity, message }) => ({ code, path, severity, message }));
      return c.json({ changes: short, consequences: consequencesOf(changes) });
    },
  );
