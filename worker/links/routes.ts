import { Hono } from 'hono';
import { staffGuard } from '../auth/guard.ts';
import type { App } from '../env.ts';
import { operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { writing } from '../http/writing.ts';
import { roundById } from '../rounds/store.ts';
import { RoundPath } from '../rounds/wire.ts';
import { createdToWire, csvAnswer, linkFormat, sheetAnswer } from './answer.ts';
import { createLinks } from './create-links.ts';
import { reissueLink } from './reissue-link.ts';
import { linkOfRound, linksOfRound, revokeLink, revokeLinks } from './store.ts';
import {
  CreatedLinks,
  cursorAt,
  LinkList,
  LinkPath,
  LinkQuery,
  LinkWire,
  linkToWire,
  NewLinks,
  placeOf,
  ReissuedLink,
  RevokedLinks,
  RevokedScope,
} from './wire.ts';

export const links = new Hono<App>()
  .get(
    '/',
    operation({
      id: 'listLinks',
      tag: 'Links',
      summary: "List a round's links, without their tokens",
      permission: 'link.read',
      success: { status: 200, schema: LinkList, description: 'The links in the order of their units' },
      problems: ['round_unknown', 'invalid_request'],
    }),
    staffGuard('link.read'),
    valid('param', RoundPath),
    valid('query', LinkQuery),
    async (c) => {
      const { cursor, limit, ...filter } = c.req.valid('query');
      const place = placeOf(cursor);
      const after = place && { position: place.position, linkId: place.unitId };
      const now = new Date().toISOString();
      const page = { ...filter, after, limit };
      const { db } = c.get('tenant');
      const { roundId } = c.req.valid('param');
      const [[round], rows] = await db.read.batch([roundById(db, roundId), linksOfRound(db, roundId, page, now)]);
      if (!round) throw new Problem('round_unknown');
      const last = rows.length === limit ? rows.at(-1) : undefined;
      const nextCursor = last ? cursorAt(last.unit.position, last.link.id) : null;
      return c.json({ items: rows.map((row) => linkToWire(row, now)), nextCursor });
    },
  )
  .post(
    '/',
    operation({
      id: 'createLinks',
      tag: 'Links',
      summary: 'Create links to the fill page',
      description:
        'Addresses and PINs are shown once. Earlier links of the same units stay valid until they are revoked. A call makes its links all or none; with `limit` and `cursor` a caller goes step by step and shows `done` of `total`. `Accept: text/csv` gives a list for sending by message, `Accept: text/html` a sheet with QR codes to print; where they hold no more, the header `X-Next-Cursor` says where to go on.',
      permission: 'link.write',
      success: {
        status: 201,
        schema: CreatedLinks,
        description: 'The links with their addresses',
        csv: true,
        html: true,
      },
      body: true,
      problems: ['round_unknown', 'round_not_open', 'round_closed', 'unit_unknown', 'conflict'],
    }),
    staffGuard('link.write'),
    valid('param', RoundPath),
    valid('json', NewLinks),
    async (c) => {
      const { db, code } = c.get('tenant');
      const { SECRET: secret, PUBLIC_URL: publicUrl } = c.env;
      const { roundId } = c.req.valid('param');
      const created = await createLinks(db, roundId, c.req.valid('json'), { provinceCode: code, secret }, writing(c));
      const format = linkFormat(c);
      if (format === 'text/csv') return csvAnswer(c, created);
      if (format === 'text/html') return sheetAnswer(c, created);
      const { links: made, total, done, nextCursor } = created;
      c.header('Cache-Control', 'no-store');
      return c.json({ items: made.map((link) => createdToWire(link, publicUrl)), total, done, nextCursor }, 201);
    },
  )
  .post(
    '/revoke',
    operation({
      id: 'revokeLinks',
      tag: 'Links',
      summary: 'Revoke many links at once',
      description: 'All links of the named units, or of a level, that still open. Doing it again changes nothing.',
      permission: 'link.write',
      success: { status: 200, schema: RevokedLinks, description: 'Which links were revoked' },
      body: true,
      problems: ['round_unknown'],
    }),
    staffGuard('link.write'),
    valid('param', RoundPath),
    valid('json', RevokedScope),
    async (c) => {
      const { db } = c.get('tenant');
      const { roundId } = c.req.valid('param');
      if (!(await roundById(db, roundId).get())) throw new Problem('round_unknown');
      return c.json({ revoked: await revokeLinks(db, roundId, c.req.valid('json'), writing(c)) });
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
  )
  .post(
    '/:linkId/reissue',
    operation({
      id: 'reissueLink',
      tag: 'Links',
      summary: 'Give a new link in place of one',
      description:
        'The old link dies in the same moment. The new one has a token of its own, a new PIN where the old one had one, and lives as long as the old one would have, or as long as a new one when that has expired.',
      permission: 'link.write',
      success: {
        status: 201,
        schema: ReissuedLink,
        description: 'The new link with its address',
        csv: true,
        html: true,
      },
      problems: ['link_unknown', 'link_revoked', 'round_closed', 'invalid_request'],
    }),
    staffGuard('link.write'),
    valid('param', LinkPath),
    async (c) => {
      const { db, code } = c.get('tenant');
      const { SECRET: secret, PUBLIC_URL: publicUrl } = c.env;
      const path = c.req.valid('param');
      const { created, round } = await reissueLink(db, path, { provinceCode: code, secret }, writing(c));
      const format = linkFormat(c);
      const alone = { links: [created], round, total: 1, done: 1, nextCursor: null };
      if (format === 'text/csv') return csvAnswer(c, alone);
      if (format === 'text/html') return sheetAnswer(c, alone);
      c.header('Cache-Control', 'no-store');
      return c.json({ ...createdToWire(created, publicUrl), replaces: path.linkId }, 201);
    },
  );
