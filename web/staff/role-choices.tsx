import type { Language } from '../fill/view.ts';
import { capitalise } from '../ui/unit-title.ts';
import { permissionWords, roleNames } from './role-words.ts';
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

/** Every role of a place with what it may do. */
export function RoleChoices({ roles, ticked, legend, language, isWrong, disabled }: RoleChoicesProps) {
  return (
    <fieldset class="role-choices" disabled={disabled} aria-describedby={isWrong ? 'error' : undefined}>
      <legend>{legend}</legend>
      {roles.map((line) => (
        <label key={line.role} class="choice">
          <input type="checkbox" name="roles" value={line.role} checked={ticked.includes(line.role)} />
          <span>
            {capitalise(roleNames([line.role], language))}
            <span class="line hint">{permissionWords(line, language)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
