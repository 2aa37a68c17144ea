import { Hono } from 'hono';
import type { App } from '../env.ts';
import { operation } from '../http/operation.ts';
import { valid } from '../http/valid.ts';
import { writing } from '../http/writing.ts';
import { control } from '../tenancy/tenant.ts';
import { changeRoles } from './change-roles.ts';
import { inProvince, onPlatform, type Place } from './place.ts';
import { expectedRoles, rolesTag } from './roles-tag.ts';
import { staffAt, staffRow } from './store.ts';
import { NewRoles, StaffList, StaffPath, StaffWire, staffToWire } from './wire.ts';

const tag = 'Staff';

/** Who holds roles in a province, or for the service as a whole: the same operations, over another set of roles. */
function staffOf(place: Place) {
  const kind = place.ofPlatform ? 'PlatformStaff' : 'Staff';
  const where = place.ofPlatform ? 'for the service as a whole' : 'in the province';
  const refusals = ['staff_unknown', 'own_account', ...(place.ofPlatform ? (['last_operator'] as const) : [])] as const;
  return new Hono<App>()
    .get(
      '/',
      operation({
        ...{ id: `list${kind}`, tag, summary: `List who holds a role ${where}`, permission: 'staff.read' },
        success: { status: 200, schema: StaffList(place), description: 'People by name' },
      }),
      place.guard('staff.read'),
      async (c) => {
        const here = place.of(c);
        const rows = await staffAt(control(c.env, c.get('requestId')), here);
        return c.json({ items: rows.map((row) => staffToWire(staffRow(row, here))) });
      },
    )
    .put(
      '/:userId/roles',
      operation({
        ...{ id: `put${kind}Roles`, tag, summary: `Set all roles that somebody holds ${where}`, body: true },
        description:
          'The whole set, over the one that `If-Match` names. Holds at once for what is dangerous, and within five minutes for reading.',
        permission: 'staff.write',
        success: { status: 200, schema: StaffWire(place), description: 'The person as they are now' },
        problems: [...refusals, 'precondition_required', 'revision_mismatch'],
      }),
      place.guard('staff.write'),
      valid('param', StaffPath),
      valid('json', NewRoles(place)),
      async (c) => {
        const { userId } = c.req.valid('param');
        const command = { wanted: c.req.valid('json').roles, expected: expectedRoles(c) };
        const db = control(c.env, c.get('requestId'));
        const row = await changeRoles(db, place.of(c), userId, command, writing(c));
        c.header('ETag', rolesTag(row.roles));
        return c.json(staffToWire(row));
      },
    )
    .delete(
      '/:userId',
      operation({
        ...{ id: `remove${kind}`, tag, summary: `Take away all roles that somebody holds ${where}` },
        description: 'The account stays, with what it holds elsewhere. Who holds nothing any more is signed out.',
        permission: 'staff.write',
        success: { status: 200, schema: StaffWire(place), description: 'The person, without a role here' },
        problems: [...refusals, 'conflict', 'invalid_request'],
      }),
      place.guard('staff.write'),
      valid('param', StaffPath),
      async (c) => {
        const db = control(c.env, c.get('requestId'));
        const command = { wanted: [], expected: null };
        const row = await changeRoles(db, place.of(c), c.req.valid('param').userId, command, writing(c));
        return c.json(staffToWire(row));
      },
    );
}

export const provinceStaff = staffOf(inProvince);
export const platformStaff = staffOf(onPlatform);
