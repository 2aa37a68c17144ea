import { textOf } from './text.ts';
import type { LogView } from './view.ts';

/** The acts that the registry's log can hold. */
const OF_REGISTRY = /^(account|invitation|log|province|registry|session|staff)\./;

/** What the list is narrowed to; a plain form whose address can be kept. */
export function LogFilterForm({ view: { language, province, path, filter } }: { view: LogView }) {
  const text = textOf(language);
  const isNarrow = Object.values(filter).some((value) => value !== '');
  const acts = Object.entries(text.acts).filter(([act]) => province || OF_REGISTRY.test(act));
  return (
    <form class="log-filter" method="get" action={path} aria-label={text.filter}>
      <div class="log-field">
        <label for="act">{text.act}</label>
        <select id="act" name="act">
          <option value="">{text.allActs}</option>
          {acts.map(([act, words]) => (
            <option key={act} value={act} selected={filter.act === act}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <div class="log-field">
        <label for="from">{text.from}</label>
        <input type="date" id="from" name="from" value={filter.from} />
      </div>
      <div class="log-field">
        <label for="to">{text.to}</label>
        <input type="date" id="to" name="to" value={filter.to} />
      </div>
      {filter.subject !== '' && <input type="hidden" name="subject" value={filter.subject} />}
      {filter.actor !== '' && <input type="hidden" name="actor" value={filter.actor} />}
      <p class="form-buttons">
        <button type="submit">{text.apply}</button>
        {isNarrow && <a href={path}>{text.all}</a>}
      </p>
      {(filter.subject !== '' || filter.actor !== '') && (
        <p class="hint">{text.narrowed([filter.subject, filter.actor].filter((part) => part !== '').join(', '))}</p>
      )}
    </form>
  );
}
