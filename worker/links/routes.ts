import { Hono } from 'hono';
import type * as v from 'valibot';
import { staffGuard } from '../auth/guard.ts';
import type { App } from '../env.ts';
import { operation } from '../http/operation.ts';
import { accept, Problem } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { writing } from '../http/writing.ts';
import { RoundPath } from '../rounds/wire.ts';
import { createLinks } from './create-links.ts';
import { insertLinks, type LinkRow, linkOfRound, linksOfRound, revokeLink, roundWithUnits } from './store.ts';
import { CreatedLinks, LinkList, LinkPath, LinkWire, linkState, NewLinks } from './wire.ts';

function linkToWire(
  { link, unitName, level }: { link: LinkRow; unitName: string; level: 'commune' | 'village' },
  now: string,
): v.InferInput<typeof LinkWire> {
  const { id, unitId, expiresAt, createdAt, lastUsedAt } = link;
  return { id, unitId, unitName, level, expiresAt, state: linkState(link, now), createdAt, lastUsedAt };
}

export const links = new Hono<App>()
  .get(
    '/',
    operation({
      id: 'listLinks',
      tag: 'Links',
      summary: "List a round's links, without their tokens",
      permission: 'link.read',
      success: { status: 200, schema: LinkList, description: 'The links' },
      problems: ['invalid_request'],
    }),
    staffGuard('link.read'),
    valid('param', RoundPath),
    async (c) => {
      const rows = await linksOfRound(c.get('tenant').db, c.req.valid('param').roundId);
      const now = new Date().toISOString();
      return c.json({ items: rows.map((row) => linkToWire(row, now)) });
    },
  )
  .post(
    '/',
    operation({
      id: 'createLinks',
      tag: 'Links',
      summary: 'Create links to the fill page',
      description: 'The addresses are shown once. Earlier links of the same units stay valid until they are revoked.',
      permission: 'link.write',
      success: { status: 201, schema: CreatedLinks, description: 'The links with their addresses' },
      body: true,
      problems: ['round_unknown', 'round_not_open', 'round_closed', 'unit_unknown'],
    }),
    staffGuard('link.write'),
    valid('param', RoundPath),
    valid('json', NewLinks),
    async (c) => {
      const { db, code } = c.get('tenant');
      const by = writing(c);
      const command = c.req.valid('json');
      const state = await roundWithUnits(db, c.req.valid('param').roundId, command.unitIds);
      const created = accept(await createLinks(state, command, { provinceCode: code, createdBy: by.actor.id }, by.now));
      await insertLinks(
        db,
        state.round!.id,
        created.map(({ row }) => row),
        by,
      );
      c.header('Cache-Control', 'no-store');
      const items = created.map(({ row: { id, unitId, expiresAt }, unit, token }) => ({
        id,
        unitId,
        unitName: unit.name,
        level: unit.level,
        expiresAt,
        url: `${c.env.PUBLIC_URL}/s/${token}`,
      }));
      return c.json({ items }, 201);
    },
  )
  .post(
    '/:linkId/revoke',
    operation({
      id: 'revokeLink',
      tag: 'Links',
      summary: 'Revoke a link at once',
      description: 'Revoking a revoked link changes nothing.',
      permission: 'link.write',
      success: { status: 200, schema: LinkWire, description: 'The revoked link' },
      problems: ['link_unknown', 'invalid_request'],
    }),
    staffGuard('link.write'),
    valid('param', LinkPath),
    async (c) => {
      const { db } = c.get('tenant');
      const by = writing(c);
      const { roundId, linkId } = c.req.valid('param');
      const row = await linkOfRound(db, roundId, linkId).get();
      if (!row) throw new Problem('link_unknown');
      if (row.link.revokedAt === null) await revokeLink(db, linkId, by);
      const link = { ...row.link, revokedAt: row.link.revokedAt ?? by.now };
      return c.json(linkToWire({ ...row, link }, by.now));
    },
  );
