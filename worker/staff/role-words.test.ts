import { expect, test } from 'vitest';
import { textOf as consoleText } from '../../web/console/text.ts';
import { textOf } from '../../web/staff/text.ts';
import { permissions, roles } from '../auth/permissions.ts';

test.each(['vi', 'en'] as const)('every permission has words of its own in %s', (language) => {
  const words = textOf(language).permissions;
  expect(Object.keys(words).sort()).toEqual([...permissions].sort());
  expect(new Set(Object.values(words)).size).toBe(permissions.length);
});

test('every role is called something in Vietnamese', () => {
  const { role } = consoleText('vi').provinceChoice;
  for (const name of Object.keys(roles)) expect(role(name)).not.toBe(name);
});
