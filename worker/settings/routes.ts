import { Hono } from 'hono';
import { staffGuard } from '../auth/guard.ts';
import type { App } from '../env.ts';
import { expectedRevision, revisionTag } from '../http/if-match.ts';
import { operation } from '../http/operation.ts';
import { valid } from '../http/valid.ts';
import { writing } from '../http/writing.ts';
import { changeSettings, readSettings } from './change-settings.ts';
import { SettingsCommandWire, SettingsWire, settingsToWire } from './wire.ts';

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
