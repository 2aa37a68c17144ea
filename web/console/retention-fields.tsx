import { formatNumber } from '../../forms/index.ts';
import { formatDay } from '../ui/format.ts';
import { textOf } from './text.ts';
import { TextField } from './text-field.tsx';
import type { SettingsView } from './view.ts';

/** How long answers are kept, and what goes when. */
export function RetentionFields({ view }: { view: SettingsView }) {
  const text = textOf(view.language).settings.retention;
  const { keptMonths, canChange, error } = view;
  return (
    <section>
      <h2>{text.heading}</h2>
      <p class="reading">{text.body}</p>
      <ul class="reading">
        {text.consequences.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <fieldset disabled={!canChange}>
        <TextField
          name="keptMonths"
          label={text.label}
          hint={text.hint}
          isWrong={Boolean(error)}
          inputmode="numeric"
          size={6}
          value={keptMonths}
        />
        {canChange && (
          <p class="form-buttons">
            <button type="submit" class="secondary" name="as" value="preview">
              {text.preview}
            </button>
          </p>
        )}
      </fieldset>
      <Purges view={view} />
    </section>
  );
}

function Purges({ view: { language, keptMonths, isPreview, purges } }: { view: SettingsView }) {
  const text = textOf(language).settings.retention;
  if (keptMonths === '') return null;
  const heading = isPreview ? text.previewHeading : text.plannedHeading;
  if (purges.length === 0) return <p class="hint">{text.nothing}</p>;
  return (
    <>
      <h3>{heading}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="table-scroll" tabIndex={0} aria-label={heading}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.round}</th>
              <th scope="col">{text.from}</th>
              <th scope="col">{text.units}</th>
              <th scope="col">{text.saves}</th>
            </tr>
          </thead>
          <tbody>
            {purges.map(({ id, name, from, heldBy, units, saves }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{heldBy === null ? formatDay(from) : text.heldBy(formatDay(from), heldBy)}</td>
                <td class="figure">{formatNumber(units, language)}</td>
                <td class="figure">{formatNumber(saves, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
