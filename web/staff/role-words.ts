import { textOf as consoleText } from '../console/text.ts';
import type { Language } from '../fill/view.ts';
import { textOf } from './text.ts';
import type { RoleLine } from './view.ts';

/** Roles as they are called, in a sentence. */
export const roleNames = (roles: readonly string[], language: Language): string =>
  roles.map(consoleText(language).provinceChoice.role).join(', ');

/** What every one of several roles allows, so that it needs to be said once. */
export const sharedBy = ([first, ...others]: readonly RoleLine[]): string[] =>
  (first?.permissions ?? []).filter((permission) =>
    others.every(({ permissions }) => permissions.includes(permission)),
  );

const isReading = (permission: string) => permission.endsWith('.read') && permission !== 'figure.read';

/** Permissions in words: what somebody may do stands before what they may see. */
export function permissionWords(permissions: readonly string[], language: Language): string {
  const words = textOf(language).permissions;
  const ordered = [...permissions.filter((name) => !isReading(name)), ...permissions.filter(isReading)];
  return ordered.map((name) => words[name] ?? name).join(', ');
}
