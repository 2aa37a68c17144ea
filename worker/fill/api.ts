import { Hono } from 'hono';
import type { App } from '../env.ts';
import { expectedRevision, revisionTag } from '../http/if-match.ts';
import { languageOf } from '../http/language.ts';
import { declaredType, valid } from '../http/valid.ts';
import { autosave } from '../submissions/autosave.ts';
import { fileToWire, UnitChanges, UnitPath } from './api-wire.ts';
import { claim, open } from './open.ts';

/** What the fill page's script asks for, under the link's own path; refusals are problem details as under `/v1`. */
export const fillApi = new Hono<App>()
  .use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  })
  .use(declaredType)

  .get('/file', async (c) => c.json(fileToWire(await open(c, c.req.param('token')!), c.req.query('form'))))

  .patch('/units/:unitId', valid('param', UnitPath), valid('json', UnitChanges), async (c) => {
    const { token, unitId } = c.req.valid('param');
    const save = { ...c.req.valid('json'), unitId, over: expectedRevision(c) };
    const { db, provinceCode, claim: link } = await claim(c, token);
    const by = { requestId: c.get('requestId'), now: new Date().toISOString() };
    const saver = { db, provinceCode, claim: link, by, language: languageOf(c) };
    const { revision, savedAt, formVersionId } = await autosave(saver, save, async () => (await open(c, token)).file);
    c.header('ETag', revisionTag(revision));
    return c.json({ revision, savedAt, formVersionId });
  });
