import { textIn } from '../../forms/index.ts';
import { renderPage } from '../ui/render.ts';
import { ConsolePage, Empty } from './console-page.tsx';
import { RetentionFields } from './retention-fields.tsx';
import { textOf } from './text.ts';
import type { SettingsView } from './view.ts';

/** What the province decided for itself, with what follows from each choice. */
export function settingsPage(view: SettingsView): string {
  const text = textOf(view.language).settings;
  const { province, canChange, error, notice, revision } = view;
  const trail = [{ href: `/console/${province.code}`, label: province.name }];
  return renderPage(
    <ConsolePage view={view} title={`${error ? text.errorTitle : ''}${text.title} – ${province.name}`} trail={trail}>
      <h1>
        <span class="caption">{province.name}</span> {text.title}
      </h1>
      {error && (
        <p class="notice error" role="alert" id="error">
          {error}
        </p>
      )}
      {notice === 'saved' && (
        <p class="notice" role="status">
          {text.saved}
        </p>
      )}
      <form class="settings" method="post" action={`/console/${province.code}/cai-dat`}>
        <input type="hidden" name="revision" value={revision} />
        <Withheld view={view} />
        <RetentionFields view={view} />
        {canChange ? (
          <p class="form-buttons">
            <button type="submit" name="as" value="save">
              {text.save}
            </button>
          </p>
        ) : (
          <p class="hint">{text.readOnly}</p>
        )}
      </form>
    </ConsolePage>,
  );
}

function Withheld({ view }: { view: SettingsView }) {
  const text = textOf(view.language).settings.withheld;
  const [suggested, others] = [true, false].map((wanted) =>
    view.questions.filter(({ isPoliceMatter }) => isPoliceMatter === wanted),
  );
  return (
    <section>
      <h2>{text.heading}</h2>
      <p class="reading">{text.body}</p>
      {view.questions.length === 0 && <Empty title={text.none} next={text.noneNext} />}
      {suggested!.length > 0 && <Choices view={view} questions={suggested!} legend={text.policeMatters} />}
      {others!.length > 0 && (
        <details open={others!.some(({ isWithheld }) => isWithheld)}>
          <summary>{text.others(others!.length)}</summary>
          <Choices view={view} questions={others!} legend={text.othersLegend} />
        </details>
      )}
    </section>
  );
}

function Choices({
  view: { language, canChange },
  questions,
  legend,
}: {
  view: SettingsView;
  questions: SettingsView['questions'];
  legend: string;
}) {
  return (
    <fieldset disabled={!canChange}>
      <legend>{legend}</legend>
      {questions.map(({ name, label, isWithheld }) => (
        <label key={name} class="choice">
          <input type="checkbox" name="withheld" value={name} checked={isWithheld} />
          <span>
            {textIn(label, language) || name} <span class="hint">{name}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
