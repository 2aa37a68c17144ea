import { textIn } from '../../../forms/index.ts';
import { deadline, formatDay, formatTime } from '../../ui/format.ts';
import { unitName, unitTitle } from '../../ui/unit-title.ts';
import { langOf } from '../language.ts';
import { workerTextOf } from '../worker-text.ts';
import { printTextOf } from './text.ts';
import type { PrintView } from './view.ts';

/** The head of an official document (Nghị định 30/2020/NĐ-CP): agency, country and motto, place and date, then what it is. */
export function Letterhead({ view }: { view: PrintView }) {
  const text = printTextOf(view.language);
  const [village] = view.units;
  const commune = unitName(view.commune);
  return (
    <header>
      <div class="letterhead">
        <div class="agency">
          {view.canSubmit || !village ? (
            <>
              <p class="strong">{text.committee}</p>
              <p class="strong ruled">{commune}</p>
            </>
          ) : (
            <>
              <p>{`${text.committee} ${commune}`}</p>
              <p class="strong ruled">{unitName(village)}</p>
            </>
          )}
        </div>
        <div class="country">
          <p class="strong">{text.country}</p>
          <p class="motto">{text.motto}</p>
        </div>
        <p class="dated">{datedAt(view)}</p>
      </div>
      <h1>
        <span class="document-kind">{text.kind}</span>{' '}
        <span lang={langOf(view.definition.title, view.language)}>{view.form.title}</span>
      </h1>
      <p class="centred strong">{view.round.name}</p>
      <Source view={view} />
      <State view={view} />
    </header>
  );
}

/** Dots are for whoever signs; a form that was handed in bears the day that it was. */
function datedAt({ commune, submission, filled, language }: PrintView): string {
  const text = printTextOf(language);
  const place = /^\d/.test(commune.name) ? unitTitle(commune) : commune.name;
  const signed = filled ? submission.submittedAt : null;
  const [day = '……', month = '……', year = '20……'] = signed ? formatDay(signed).split('/') : [];
  // Nghị định 30 writes the zero before months 1 and 2 only, before which a 1 could be added.
  return text.dated(place, day, Number(month) > 2 ? String(Number(month)) : month, year);
}

function Source({ view: { definition, language } }: { view: PrintView }) {
  const source = textIn(definition.source, language);
  if (!source) return null;
  return (
    <p class="centred source" lang={langOf(definition.source, language)}>
      {printTextOf(language).by(source)}
    </p>
  );
}

/** What the figures are of, or by when they are wanted. */
function State({ view }: { view: PrintView }) {
  const text = printTextOf(view.language);
  const { submittedAt, reference } = view.submission;
  // On paper too, where nobody sees the banner.
  if (view.preview) return <p class="centred strong">{workerTextOf(view.language).preview.banner}</p>;
  if (view.filled) {
    const [time, day] = [formatTime(submittedAt ?? view.now), formatDay(submittedAt ?? view.now)];
    return (
      <p class="centred">{submittedAt ? text.submitted(time, day, reference ?? '') : text.notSubmitted(time, day)}</p>
    );
  }
  const wanted = view.round.dueAt ?? view.round.closesAt;
  return wanted && <p class="centred">{text.dueBy(deadline(wanted, view.now).day)}</p>;
}
