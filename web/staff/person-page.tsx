import { ConsolePage } from '../console/console-page.tsx';
import { renderPage } from '../ui/render.ts';
import { RoleChoices } from './role-choices.tsx';
import { roleNames } from './role-words.ts';
import { NewLink } from './shown-link.tsx';
import { placeWords } from './staff-page.tsx';
import { textOf } from './text.ts';
import type { PersonView } from './view.ts';

/** What one person may do in a place, with the form that changes it over what was seen. */
export function personPage(view: PersonView): string {
  const { language, place, person, noRole, outdated, refusal, shown, canReset } = view;
  const text = textOf(language);
  const { name, trail } = placeWords(place, language);
  const wrong = [
    refusal,
    noRole && text.person.noRole,
    outdated && text.person.outdated(roleNames(person.roles, language)),
  ]
    .filter(Boolean)
    .join(' ');
  const title = text.person.title(person.name);
  return renderPage(
    <ConsolePage
      view={view}
      title={`${wrong ? text.errorTitle : ''}${title} – ${name}`}
      trail={[...trail, { href: place.path, label: text.title }]}
    >
      <h1>
        <span class="caption">{name}</span> {title}
      </h1>
      {wrong && (
        <p class="notice error" role="alert" id="error">
          {wrong}
        </p>
      )}
      {shown && <NewLink link={shown} text={text} />}
      <p>
        {person.email}. {text.person.holds(roleNames(person.roles, language))}
      </p>
      <RolesForm view={view} isWrong={noRole || outdated} />
      {canReset && <ResetForm view={view} />}
    </ConsolePage>,
  );
}

function RolesForm({ view, isWrong }: { view: PersonView; isWrong: boolean }) {
  const { language, place, person, ticked, canChange, isSelf } = view;
  const text = textOf(language).person;
  const mayChange = canChange && !isSelf;
  return (
    <form class="settings" method="post" action={`${place.path}/${person.id}`}>
      <input type="hidden" name="seen" value={person.revision} />
      <RoleChoices
        roles={place.roles}
        ticked={ticked}
        legend={text.legend}
        language={language}
        isWrong={isWrong}
        disabled={!mayChange}
      />
      {mayChange ? (
        <>
          <p class="hint">{text.takesEffect}</p>
          <p class="form-buttons">
            <button type="submit" name="act" value="roles">
              {text.save}
            </button>
          </p>
          <h2>{text.removeHeading}</h2>
          <p class="reading">{text.removeBody}</p>
          <p class="form-buttons">
            <button type="submit" class="secondary" name="act" value="remove">
              {text.remove}
            </button>
          </p>
        </>
      ) : (
        <p class="hint">{isSelf ? text.isSelf : text.readOnly}</p>
      )}
    </form>
  );
}

function ResetForm({ view: { language, place, person } }: { view: PersonView }) {
  const text = textOf(language).reset;
  return (
    <section>
      <h2>{text.heading}</h2>
      <p class="reading">{text.body}</p>
      <form class="settings" method="post" action={`${place.path}/${person.id}`}>
        <label class="choice">
          <input type="checkbox" name="removeSecondFactor" value="yes" />
          {text.removesFactor}
        </label>
        <p class="form-buttons">
          <button type="submit" class="secondary" name="act" value="reset">
            {text.submit}
          </button>
        </p>
      </form>
    </section>
  );
}
