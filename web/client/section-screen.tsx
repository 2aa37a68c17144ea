import { type Issue, readInput } from '../../forms/index.ts';
import { questionId } from '../fill/fields/field.ts';
import { homeOf, isBlankAnswer } from '../fill/issues.ts';
import { ScorecardPanel } from '../fill/scorecard-panel.tsx';
import { SectionContent } from '../fill/section-content.tsx';
import { textOf } from '../fill/text.ts';
import type { SectionView } from '../fill/view.ts';
import { announce } from './announce.ts';
import type { LinkSession } from './link-session.ts';
import { Repeat, SaveStatus, Totals, TwoAnswers } from './live-parts.tsx';
import type { Entry } from './sync/entry.ts';
import { findStep, type LiveFile, liveScorecard, sectionViewOf, totalsOf } from './views.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** One section being filled in. Checks are judged at every key, and shown once the field is left. */
export class SectionScreen {
  readonly #session: LinkSession;
  readonly #unitId: string;
  readonly #sectionName: string;
  /** The field that is being typed into: its text as it stands, and what it showed before the last key. */
  #typing: { name: string; text: string; seen: Entry } | null = null;
  /** Issues as they stood when nothing was being typed. */
  #frozen: Issue[] | null = null;
  readonly #left = new Set<string>();
  /** Whether answers had been saved when the page was opened: only then the worker shows what is still blank. */
  #begun: boolean | null = null;

  constructor(session: LinkSession, unitId: string, sectionName: string) {
    this.#session = session;
    this.#unitId = unitId;
    this.#sectionName = sectionName;
  }

  /** The page's content, or null where there is no such section. */
  render(live: LiveFile) {
    const step = findStep(live, this.#unitId, this.#sectionName);
    if (!step) return null;
    const view = sectionViewOf(this.#session, live, step);
    const record = this.#session.units.get(this.#unitId);
    this.#begun ??= (record?.server.revision ?? 0) > 0;
    const text = textOf(view.language);
    const refused = Object.entries(record?.refused ?? {}).map(([path, { why = text.live.refused }]): Issue => {
      return { code: 'refused', severity: 'error', path, message: { vi: why, en: why } };
    });
    const issues = [...view.issues, ...refused].filter(
      (issue) => !isBlankAnswer(issue) || this.#begun || this.#left.has(issue.path),
    );
    if (!this.#typing) this.#frozen = issues;
    const shown: SectionView = {
      ...view,
      issues: this.#frozen ?? issues,
      raw: this.#typing ? { ...view.raw, [this.#typing.name]: this.#typing.text } : view.raw,
    };
    shown.live = {
      above: (question) => <TwoAnswers session={this.#session} view={view} question={question} />,
      behindLastRound: (question) => <Repeat view={view} question={question} />,
    };
    const scorecard = liveScorecard(live, live.units());
    return (
      <>
        <SectionContent
          view={shown}
          status={
            <div class="save-state">
              <SaveStatus session={this.#session} view={view} />
            </div>
          }
        />
        <Totals view={view} totals={totalsOf(live, step)} />
        {scorecard && (
          <ScorecardPanel
            scorecard={scorecard}
            definition={view.definition}
            kindLabel={view.commune.kindLabel}
            language={view.language}
            basis={text.live.liveBasis}
          />
        )}
      </>
    );
  }

  /** Every key. `before` is what the field showed until now, where that is not what is known here. */
  input(field: Field, before?: Entry): void {
    const { name } = field;
    if (!this.#isQuestion(name)) return;
    const isText = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text');
    const known = before ?? (this.#typing?.name === name ? this.#typing.seen : this.#session.entry(this.#unitId, name));
    const entry = this.#read(field);
    this.#typing = isText ? { name, text: field.value, seen: entry } : null;
    void this.#session.type(this.#unitId, name, entry, known);
  }

  /** A field is left: what it holds is shown as it was understood, with what is wrong. */
  leave(field: Field): void {
    const { name } = field;
    if (!this.#isQuestion(name)) return;
    this.#typing = null;
    this.#left.add(name);
    this.#session.onChange();
    // After the page has been rendered with what the field now says.
    requestAnimationFrame(() => announce(document.getElementById(`e-${name}`)?.innerText ?? ''));
  }

  /**
   * Takes over what was typed before the script was there. On a page that says that somebody else saved first, the fields hold
   * what was typed over something unknown: whatever differs from what is saved is for the clerk to choose.
   */
  takeOver(form: HTMLFormElement): void {
    const isConflict = document.querySelector('.summary.conflict');
    // What was not stored stands in the fields and nowhere else.
    const isHeld = document.querySelector('.held');
    for (const field of form.elements) {
      if (!isField(field) || !this.#isQuestion(field.name)) continue;
      if (isConflict) this.input(field, { answer: null, raw: '\0' });
      else if (isHeld || wasTyped(field)) this.input(field);
    }
    this.#typing = null;
  }

  /** A press on one of the buttons that only the script has. */
  act(act: string, name: string): void {
    if (act === 'mine' || act === 'theirs') void this.#session.settle(this.#unitId, name, act);
    if (act !== 'repeat') return;
    const last = this.#session.file?.units.find(({ id }) => id === this.#unitId)?.previous?.[name] ?? null;
    void this.#session.type(this.#unitId, name, { answer: last, raw: null }, this.#session.entry(this.#unitId, name));
    document.getElementById(questionId(name))?.focus();
  }

  /** The revision of the unit's answers that are known here. */
  get revision(): number | undefined {
    return this.#session.units.get(this.#unitId)?.server.revision;
  }

  /** Where "save and go on" leads. */
  next(live: LiveFile): string | null {
    const step = findStep(live, this.#unitId, this.#sectionName);
    return step ? (sectionViewOf(this.#session, live, step).next?.href ?? null) : null;
  }

  /** The first field that has to be corrected before going on, if any. */
  firstError(live: LiveFile): HTMLElement | null {
    const step = findStep(live, this.#unitId, this.#sectionName);
    const names = new Set(step?.section.questions.map(({ name }) => name));
    const errors = step?.unit.issues.filter((issue) => issue.severity === 'error' && !isBlankAnswer(issue)) ?? [];
    const home = errors.map((issue) => homeOf(issue, names)).find((name) => name !== null);
    return home ? document.getElementById(questionId(home)) : null;
  }

  #isQuestion(name: string): boolean {
    const sections = this.#session.file?.form.definition.sections ?? [];
    const section = sections.find((each) => each.name === this.#sectionName);
    return section?.questions.some((question) => question.name === name) ?? false;
  }

  /** A field's content as the engine understands it. */
  #read(field: Field): Entry {
    const { name, form } = field;
    const { file } = this.#session;
    const section = file?.form.definition.sections.find((each) => each.name === this.#sectionName);
    if (!file || !section || !form) return { answer: null, raw: null };
    const typed = new FormData(form).getAll(name).map(String);
    const read = readInput(file.form.definition, section.level, { [name]: typed });
    return { answer: read.answers[name] ?? null, raw: read.raw[name] ?? null };
  }
}

/** Whether a field no longer holds what it was rendered with. */
function wasTyped(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    return [...field.options].some((option) => option.selected !== option.defaultSelected);
  }
  const isPicked = field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox');
  return isPicked ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

export function isField(element: unknown): element is Field {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  );
}
