import { formatDate } from '../ui/format.ts';
import { textOf } from './text.ts';
import type { LinksView } from './view.ts';

const levels = ['commune', 'village', 'all'] as const;

/** Makes links; its answer is the printed sheet or the list for messages, the one place where their addresses are shown. */
export function NewLinksForm({ view: { form, language, province, round } }: { view: LinksView }) {
  if (!form) return null;
  const text = textOf(language).make;
  const { fields, today, latestDay, error } = form;
  return (
    <section class="make-links">
      <h2>{text.heading}</h2>
      {error && (
        <p class="notice error" role="alert" id="error">
          {error === 'day' ? text.dayWrong(formatDate(latestDay)) : error}
        </p>
      )}
      <form method="post" action={`/console/${province.code}/rounds/${round.id}/duong-dan`}>
        <fieldset>
          <legend>{text.level}</legend>
          {levels.map((level) => (
            <label key={level} class="choice">
              <input type="radio" name="level" value={level} checked={fields.level === level} />
              {text.levels[level]}
            </label>
          ))}
        </fieldset>
        <label class="choice">
          <input type="checkbox" name="onlyWithout" value="1" checked={fields.onlyWithout} />
          {text.onlyWithout}
        </label>
        <label class="choice">
          <input type="checkbox" name="pin" value="1" checked={fields.pin} />
          {text.pin}
        </label>
        <label class="field-label" for="lastDay">
          {text.lastDay}
        </label>
        <p class="hint" id="lastDay-hint">
          {text.lastDayHint(formatDate(latestDay))}
        </p>
        <input
          type="date"
          id="lastDay"
          name="lastDay"
          value={fields.lastDay}
          min={today}
          max={latestDay}
          aria-describedby={error ? 'lastDay-hint error' : 'lastDay-hint'}
        />
        <p class="hint">{text.most}</p>
        <p class="form-buttons">
          <button type="submit" name="as" value="sheet">
            {text.sheet}
          </button>
          <button type="submit" class="secondary" name="as" value="csv">
            {text.csv}
          </button>
        </p>
      </form>
    </section>
  );
}
