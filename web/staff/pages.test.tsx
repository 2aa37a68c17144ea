import { expect, test } from 'vitest';
import { pageProblems } from '../ui/page-problems.ts';
import { invitation, link, person, roles, staff } from './fixture.ts';
import { personPage } from './person-page.tsx';
import { staffPage } from './staff-page.tsx';

const typed = { fields: { email: 'x', name: 'Vàng', roles: ['auditor'] }, errors: ['email' as const] };
const service = { ...staff.place, province: null, home: '/console/he-thong', path: '/console/he-thong/can-bo' };

test('are wired right in every state and language', () => {
  const lists = [
    staff,
    { ...staff, place: service },
    { ...staff, form: null },
    { ...staff, people: [], invitations: [] },
    { ...staff, people: [], form: null },
    { ...staff, form: { ...typed, errors: ['email' as const, 'name' as const, 'roles' as const] } },
    {
      ...staff,
      shown: { ...link, mailed: true },
      invitations: [invitation, { ...invitation, id: 'i2', state: 'expired' as const }],
    },
    ...(['roles', 'removed', 'revoked'] as const).map((notice) => ({ ...staff, notice })),
  ];
  const people = [
    roles,
    { ...roles, place: service, canReset: true, shown: link },
    { ...roles, isSelf: true },
    { ...roles, canChange: false },
    { ...roles, noRole: true, ticked: [] },
    { ...roles, outdated: true, ticked: ['auditor'] },
    { ...roles, refusal: 'Không được.' },
  ];
  for (const language of ['vi', 'en'] as const) {
    for (const view of lists) expect(pageProblems(staffPage({ ...view, language }))).toEqual([]);
    for (const view of people) expect(pageProblems(personPage({ ...view, language }))).toEqual([]);
  }
});

test('says of each person what they hold, when they last signed in, and whether there is a second factor', () => {
  const html = staffPage(staff);
  for (const text of ['Lò Thị Hương', 'huong@example.vn', 'Rà soát', '09:00 ngày 27/11/2026', 'chưa bật']) {
    expect(html).toContain(text);
  }
  for (const text of ['chưa đăng nhập', 'đã bật', 'tài khoản của bạn']) expect(html).toContain(text);
});

test('each role stands with what it may do beyond what all may, acts before what is seen', () => {
  for (const html of [staffPage(staff), personPage(roles)]) {
    expect(html).toContain('Vai trò nào cũng được: xem danh sách địa bàn.');
    expect(html).toContain('Còn được: xác nhận phiếu, xem danh sách đường dẫn nhập liệu.');
    expect(html).toContain('Còn được: xem nhật ký, xem danh sách cán bộ.');
    expect(html).toContain('Chỉ được xem những nội dung trên.');
  }
});

test('an invitation that waits can be revoked, one that ran out cannot', () => {
  const html = staffPage(staff);
  expect(html).toContain('kiểm tra nhật ký; chờ đến 09:00 ngày 04/12/2026; người mời: Quản trị');
  expect(html).toContain('name="invitation" value="i1"');
  const expired = staffPage({ ...staff, invitations: [{ ...invitation, state: 'expired', invitedBy: null }] });
  expect(expired).toContain('hết hạn ngày 04/12/2026');
  expect(expired).not.toContain('name="invitation"');
});

test('a link that was just made stands in a field to copy it from, with for whom and until when it is good', () => {
  const html = staffPage({ ...staff, shown: link });
  expect(html).toMatch(/<input[^>]*readonly[^>]*value="https:\/\/dia-ban.example\/moi\/abc"/i);
  expect(html).toContain('đến 09:00 ngày 04/12/2026, chỉ cho tam@example.vn');
  expect(html).not.toContain('Hệ thống cũng đã gửi');
  expect(staffPage({ ...staff, shown: { ...link, mailed: true } })).toContain(
    'Hệ thống cũng đã gửi đường dẫn đến tam@example.vn',
  );
});

test('what is wrong with an invitation is said with what was typed', () => {
  const html = staffPage({ ...staff, form: typed });
  expect(html).toContain('Địa chỉ thư điện tử chưa đúng.');
  expect(html).toMatch(/<input[^>]*id="email"[^>]*value="x"[^>]*aria-invalid/);
  expect(html).toContain('value="Vàng"');
  expect(html).toMatch(/value="auditor" checked/);
});

test('what somebody else changed meanwhile is said, and what was ticked stays', () => {
  const html = personPage({ ...roles, person: { ...person, roles: ['auditor'], revision: 'auditor' }, outdated: true });
  expect(html).toContain('hiện nay là: kiểm tra nhật ký');
  expect(html).toMatch(/value="verifier" checked/);
  expect(html).toContain('name="seen" value="auditor"');
});

test('who may only look is offered nothing to change, and nobody their own roles', () => {
  const reading = staffPage({ ...staff, form: null });
  expect(reading).not.toContain('action="/console/12/can-bo');
  expect(reading).toContain('Xem vai trò');
  for (const view of [
    { ...roles, canChange: false },
    { ...roles, isSelf: true },
  ]) {
    const html = personPage(view);
    expect(html).toMatch(/<fieldset[^>]*disabled/);
    expect(html).not.toContain('value="remove"');
  }
});

test('a link for a new password is offered to who may make one, with what it ends', () => {
  expect(personPage(roles)).not.toContain('value="reset"');
  const html = personPage({ ...roles, canReset: true });
  expect(html).toContain('value="reset"');
  expect(html).toContain('mọi phiên đăng nhập của họ kết thúc ngay');
});
