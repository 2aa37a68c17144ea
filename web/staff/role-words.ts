import { textOf as consoleText } from '../console/text.ts';
import type { Language } from '../fill/view.ts';
import { textOf } from './text.ts';
import type { RoleLine } from './view.ts';

/** Roles as they are called, in a sentence. */
export const roleNames = (roles: readonly string[], language: Language): string =>
  roles.map(consoleText(language).provinceChoice.role).join(', ');

/** What a role may do, in words. */
export function permissionWords({ permissions }: RoleLine, language: Language): string {
  const text = textOf(language);
  return text.may(permissions.map((permission) => text.permissions[permission] ?? permission).join(', '));
}
