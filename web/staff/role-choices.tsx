import type { Language } from '../fill/view.ts';
import { capitalise } from '../ui/unit-title.ts';
import { permissionWords, roleNames, sharedBy } from './role-words.ts';
import { textOf } from './text.ts';
import type { RoleLine } from './view.ts';

interface RoleChoicesProps {
  roles: RoleLine[];
  ticked: readonly string[];
  legend: string;
  language: Language;
  /** Whether what is wrong with the form is about them. */
  isWrong: boolean;
  disabled?: boolean;
}

/** Every role of a place with what it may do, beyond what all of them may. */
export function RoleChoices({ roles, ticked, legend, language, isWrong, disabled }: RoleChoicesProps) {
  const text = textOf(language);
  const shared = sharedBy(roles);
  const beyond = ({ permissions }: RoleLine) => permissions.filter((permission) => !shared.includes(permission));
  const words = (line: RoleLine) =>
    beyond(line).length === 0 ? text.nothingMore : text.may(permissionWords(beyond(line), language));
  return (
    <fieldset class="role-choices" disabled={disabled} aria-describedby={isWrong ? 'error' : undefined}>
      <legend>{legend}</legend>
      {shared.length > 0 && <p class="hint">{text.allMay(permissionWords(shared, language))}</p>}
      {roles.map((line) => (
        <label key={line.role} class="choice">
          <input type="checkbox" name="roles" value={line.role} checked={ticked.includes(line.role)} />
          <span>
            {capitalise(roleNames([line.role], language))}
            <span class="line hint">{words(line)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
