import { textOf } from './text.ts';
import type { SettingsView } from './view.ts';

/** How long answers are kept. */
export function RetentionFields({ view }: { view: SettingsView }) {
  const text = textOf(view.language).settings.retention;
  const { keptMonths, canChange, error } = view;
  return (
    <section>
      <h2>{text.heading}</h2>
      <p class="reading">{text.body}</p>
      <fieldset disabled={!canChange}>
        <label class="field-label" for="keptMonths">
          {text.label}
        </label>
        <p class="hint" id="keptMonths-hint">
          {text.hint}
        </p>
        <input
          type="text"
          inputmode="numeric"
          id="keptMonths"
          name="keptMonths"
          size={6}
          value={keptMonths}
          aria-describedby={error ? 'keptMonths-hint error' : 'keptMonths-hint'}
        />
      </fieldset>
    </section>
  );
}
