import { deadline } from '../ui/format.ts';
import { textOf } from './text.ts';
import type { ChangeFields, KeyLine, KeysView } from './view.ts';

const overlaps = [0, 24, 168] as const;

interface ActionsProps {
  line: KeyLine;
  view: KeysView;
}

/** Two presses for what cuts a system off: the buttons are folded away until they are asked for. */
export function KeyActions({ line, view }: ActionsProps) {
  const text = textOf(view.language).change;
  const path = `/console/${view.province.code}/tich-hop/${line.id}`;
  const refused = view.changing?.id === line.id ? view.changing : null;
  const { name = line.name, lastDay = '', overlapHours = '24', wrong = null } = refused ?? {};
  const fields = { name, lastDay, overlapHours };
  return (
    <details open={refused !== null}>
      <summary>
        {text.summary}
        <span class="visually-hidden"> {text.of(line.name)}</span>
      </summary>
      <Rename path={path} line={line} view={view} name={name} isWrong={wrong === 'name'} />
      <Rotate path={path} line={line} view={view} fields={fields} isWrong={wrong === 'lastDay'} />
      <form class="settings" method="post" action={`${path}/thu-hoi`}>
        <p class="hint">{text.revokeHint}</p>
        <p class="form-buttons">
          <button type="submit" class="secondary">
            {text.revoke}
          </button>
        </p>
      </form>
    </details>
  );
}

interface FormProps extends ActionsProps {
  path: string;
  isWrong: boolean;
}

function Rename({ path, line: { id, revision }, view, name, isWrong }: FormProps & { name: string }) {
  const text = textOf(view.language);
  return (
    <form class="settings" method="post" action={`${path}/ten`}>
      <input type="hidden" name="revision" value={revision} />
      <label class="field-label" for={`name-${id}`}>
        {text.make.name}
      </label>
      <input
        type="text"
        id={`name-${id}`}
        name="name"
        required
        maxLength={100}
        value={name}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? 'error' : undefined}
      />
      <p class="form-buttons">
        <button type="submit" class="secondary">
          {text.change.rename}
        </button>
      </p>
    </form>
  );
}

/** An expired key is rotated with a new end only, and without an overlap: its text opens nothing any more. */
function Rotate({ path, line, view, fields, isWrong }: FormProps & { fields: ChangeFields }) {
  const text = textOf(view.language).change;
  const { id, state, expiresAt } = line;
  const isActive = state === 'active';
  const now = expiresAt && deadline(expiresAt, expiresAt).day;
  return (
    <form class="settings" method="post" action={`${path}/doi`}>
      <p class="hint">{text.rotateHint}</p>
      {isActive && (
        <>
          <label class="field-label" for={`overlap-${id}`}>
            {text.overlap}
          </label>
          <select id={`overlap-${id}`} name="overlapHours">
            {overlaps.map((hours) => (
              <option key={hours} value={hours} selected={String(hours) === fields.overlapHours}>
                {text.overlaps[hours]}
              </option>
            ))}
          </select>
        </>
      )}
      <label class="field-label" for={`lastDay-${id}`}>
        {text.lastDay}
      </label>
      <p class="hint" id={`lastDay-hint-${id}`}>
        {isActive ? text.lastDayHint(now) : text.lastDayNeeded}
      </p>
      <input
        type="date"
        id={`lastDay-${id}`}
        name="lastDay"
        min={view.form?.today}
        required={!isActive}
        value={fields.lastDay}
        aria-invalid={isWrong || undefined}
        aria-describedby={`lastDay-hint-${id}${isWrong ? ' error' : ''}`}
      />
      <p class="form-buttons">
        <button type="submit" class="secondary">
          {text.rotate}
        </button>
      </p>
    </form>
  );
}
