import { Hono } from 'hono';
import { staffGuard } from '../auth/guard.ts';
import type { App } from '../env.ts';
import { expectedRevision, revisionTag } from '../http/if-match.ts';
import { operation } from '../http/operation.ts';
import { valid } from '../http/valid.ts';
import { writing } from '../http/writing.ts';
import { previewPurges } from '../retention/preview.ts';
import { changeSettings, readSettings } from './change-settings.ts';
import { PurgeList, PurgeQuery, purgeToWire, SettingsCommandWire, SettingsWire, settingsToWire } from './wire.ts';

export const settings = new Hono<App>()
  .get(
    '/',
    operation({
      id: 'getSettings',
      tag: 'Settings',
      summary: 'What the province withholds from integrators, and how long it keeps answers',
      permission: 'setting.read',
      success: {
        status: 200,
        schema: SettingsWire,
        description: 'The settings; all open and kept while nothing was set',
      },
    }),
    staffGuard('setting.read'),
    async (c) => {
      const read = await readSettings(c.get('tenant').db);
      c.header('ETag', revisionTag(read.settings.revision));
      return c.json(settingsToWire(read));
    },
  )
  .get(
    '/purges',
    operation({
      id: 'previewPurges',
      tag: 'Settings',
      summary: 'Which answers would be deleted, and when, if they were kept for so many months',
      description: 'Changes nothing. Rounds that are not closed stand here once they are.',
      permission: 'setting.read',
      success: {
        status: 200,
        schema: PurgeList,
        description: 'Closed rounds that still have answers, the first to go first',
      },
      problems: ['invalid_request'],
    }),
    staffGuard('setting.read'),
    valid('query', PurgeQuery),
    async (c) => {
      const { answersKeptMonths } = c.req.valid('query');
      const planned = await previewPurges(c.get('tenant').db, answersKeptMonths, new Date().toISOString());
      return c.json({ items: planned.map(purgeToWire) });
    },
  )
  .put(
    '/',
    operation({
      id: 'putSettings',
      tag: 'Settings',
      summary: 'Set what is withheld and how long answers are kept',
      description:
        'Both at once, over the revision in If-Match. A withheld question must be one of a published form. Answers are first deleted seven days after answersKeptMonths was changed.',
      permission: 'setting.write',
      success: { status: 200, schema: SettingsWire, description: 'The settings' },
      body: true,
      problems: ['precondition_required', 'revision_mismatch'],
    }),
    staffGuard('setting.write'),
    valid('json', SettingsCommandWire),
    async (c) => {
      const { db } = c.get('tenant');
      const changed = await changeSettings(db, expectedRevision(c), c.req.valid('json'), writing(c));
      c.header('ETag', revisionTag(changed.settings.revision));
      return c.json(settingsToWire(changed));
    },
  );
