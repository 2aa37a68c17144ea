import { ConsolePage, Empty } from '../console/console-page.tsx';
import { textOf as consoleText } from '../console/text.ts';
import { renderPage } from '../ui/render.ts';
import { InvitationForm } from './invitation-form.tsx';
import { InvitationList } from './invitation-list.tsx';
import { PeopleTable } from './people-table.tsx';
import { NewLink } from './shown-link.tsx';
import { textOf } from './text.ts';
import type { PlaceView, StaffView } from './view.ts';

/** What a place is called, and the way up from the page of its people. */
export function placeWords({ province, home }: PlaceView, language: StaffView['language']) {
  const name = province?.name ?? textOf(language).service;
  return { name, trail: [{ href: home, label: province?.name ?? consoleText(language).fleet }] };
}

/** Who holds roles in a province or for the whole service, who was invited, and the form that invites. */
export function staffPage(view: StaffView): string {
  const { language, place, people, form, shown, refusal, notice } = view;
  const text = textOf(language);
  const { name, trail } = placeWords(place, language);
  const wrong = [refusal, ...(form?.errors ?? []).map((field) => text.errors[field])].filter(Boolean).join(' ');
  return renderPage(
    <ConsolePage view={view} title={`${wrong ? text.errorTitle : ''}${text.title} – ${name}`} trail={trail}>
      <h1>
        <span class="caption">{name}</span> {text.title}
      </h1>
      <p class="reading">{place.province ? text.intro : text.introService}</p>
      {wrong && (
        <p class="notice error" role="alert" id="error">
          {wrong}
        </p>
      )}
      {notice && (
        <p class="notice" role="status">
          {text.notices[notice]}
        </p>
      )}
      {shown && <NewLink link={shown} text={text} />}
      {people.length === 0 ? (
        <Empty title={text.none} next={form ? text.noneNext : text.noneReader} />
      ) : (
        <PeopleTable view={view} />
      )}
      <InvitationList view={view} />
      <InvitationForm view={view} />
    </ConsolePage>,
  );
}
