import { formatDay, formatTime } from '../ui/format.ts';
import { capitalise } from '../ui/unit-title.ts';
import { roleNames } from './role-words.ts';
import { textOf } from './text.ts';
import type { PersonLine, StaffView } from './view.ts';

/** The people of a place; each leads to the page of their roles. */
export function PeopleTable({ view }: { view: StaffView }) {
  const text = textOf(view.language);
  const { columns } = text;
  return (
    <section>
      <h2>{text.list}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="table-scroll" tabIndex={0} aria-label={text.list}>
        <table class="stacks">
          <thead>
            <tr>
              <th scope="col">{columns.person}</th>
              <th scope="col">{columns.roles}</th>
              <th scope="col">{columns.lastSignInAt}</th>
              <th scope="col">{columns.secondFactor}</th>
              <th scope="col">{columns.act}</th>
            </tr>
          </thead>
          <tbody>
            {view.people.map((person) => (
              <Line key={person.id} person={person} view={view} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Line({ person, view: { language, form, ownId, place } }: { person: PersonLine; view: StaffView }) {
  const text = textOf(language);
  const { id, name, email, roles, lastSignInAt, hasSecondFactor } = person;
  return (
    <tr>
      <th scope="row" class="person">
        {name} <span class="line hint">{email}</span>
      </th>
      <td class="form-title" data-label={text.columns.roles}>
        {capitalise(roleNames(roles, language))}
      </td>
      <td class="figure" data-label={text.columns.lastSignInAt}>
        {lastSignInAt ? text.at(formatTime(lastSignInAt), formatDay(lastSignInAt)) : text.never}
      </td>
      <td data-label={text.columns.secondFactor}>{hasSecondFactor ? text.on : text.off}</td>
      <td>
        <a href={`${place.path}/${id}`}>
          {form && id !== ownId ? text.change : text.look}
          <span class="visually-hidden">{text.of(name)}</span>
        </a>
        {id === ownId && <span class="line hint">{text.self}</span>}
      </td>
    </tr>
  );
}
