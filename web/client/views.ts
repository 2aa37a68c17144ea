import { type Answers, formatNumber, type Question, type Scorecard, scoreCommune, textIn } from '../../forms/index.ts';
import {
  type Comment,
  commentsOn,
  commentViewsOf,
  neighbourOf,
  otherUnitsOf,
  type Step,
  stepsOf,
  unitViewOf,
} from '../fill/assemble.ts';
import { judge } from '../fill/judge.ts';
import { largeChangeIssues } from '../fill/large-change.ts';
import { textOf } from '../fill/text.ts';
import type { UnitState } from '../fill/unit-progress.ts';
import type { LinkView, OverviewView, SectionView } from '../fill/view.ts';
import { formContext, today } from './clock.ts';
import type { KnownFile, LinkSession } from './link-session.ts';
import { shown, unsaved } from './sync/unit-sync.ts';

/** A unit as this browser has it, unsent answers included. */
export interface LiveUnit extends UnitState {
  raw: Record<string, string>;
  /** The answers that count, calculations included. */
  values: Answers;
  choices: SectionView['choices'];
  previous: Answers | null;
  baseline: Answers | null;
}

/** The records of a session, judged; an unchanged one is not judged again. */
export class LiveFile {
  readonly file: KnownFile;
  readonly #session: LinkSession;
  readonly #judged = new WeakMap<object, LiveUnit>();

  constructor(session: LinkSession, file: KnownFile) {
    this.#session = session;
    this.file = file;
  }

  get comments(): Comment[] {
    return this.file.comments.map((comment, index) => ({ ...comment, id: String(index) }));
  }

  units(): LiveUnit[] {
    return this.file.units.map((_, index) => this.#unitAt(index));
  }

  unit(unitId: string): LiveUnit | undefined {
    const index = this.file.units.findIndex(({ id }) => id === unitId);
    return index < 0 ? undefined : this.#unitAt(index);
  }

  #unitAt(index: number): LiveUnit {
    const { form, round, units } = this.file;
    const { id: unitId, name, kindLabel, level, previous, baseline, ...asRead } = units[index]!;
    const record = this.#session.units.get(unitId);
    const known = this.#judged.get(record ?? units[index]!);
    if (known) return known;
    const { answers, raw } = record ? shown(record) : asRead;
    const villages = units.filter((unit) => unit.level === 'village');
    const place = villages.indexOf(units[index]!);
    const context = formContext(place < 0 ? undefined : place + 1);
    const live = {
      ...{ unit: { unitId, name, kindLabel, level }, answers, raw, previous, baseline },
      // A unit has been begun as soon as anything was typed, sent or not.
      revision: record ? record.server.revision || Object.keys(unsaved(record)).length : asRead.revision,
      savedAt: record ? record.server.savedAt : asRead.savedAt,
      ...judge(form.definition, level, { answers, raw }, context, { today: today(), period: round.period }),
    };
    this.#judged.set(record ?? units[index]!, live);
    return live;
  }
}

/** The reader's language is the one that the worker rendered the page in; its own where only the form has it (web/ui/page.tsx). */
export const pageLanguage = (): string => {
  const { dataset, lang } = document.documentElement;
  return dataset.language ?? lang;
};

function linkViewOf({ base }: LinkSession, { form, round, commune, link, submission, editable }: KnownFile): LinkView {
  const { definition } = form;
  const language = pageLanguage();
  return {
    language,
    // The switch is in the page's frame, which is the worker's.
    languages: [],
    base,
    script: null,
    nonce: '',
    form: { title: textIn(definition.title, language) || definition.id },
    round,
    commune,
    now: new Date().toISOString(),
    submission,
    editable,
    canSubmit: link.canSubmit,
    canWithdraw: false,
  };
}

/** "Are we ready?" over everything on this device; null on a village's link, which does not know the other villages. */
export function liveScorecard({ file }: LiveFile, units: LiveUnit[]): Scorecard | null {
  const { link, commune, earlier, form } = file;
  if (!link.canSubmit) return null;
  return scoreCommune(form.definition, {
    commune: units.find(({ unit }) => unit.level === 'commune')?.answers ?? {},
    attributes: commune.attributes,
    villages: units
      .filter(({ unit }) => unit.level === 'village')
      .map(({ unit, answers, revision }) => ({
        ...{ id: unit.unitId, name: unit.name, kind: unit.kindLabel },
        answers: revision > 0 ? answers : null,
      })),
    ...earlier,
  });
}

export function overviewViewOf(session: LinkSession, live: LiveFile): OverviewView {
  const { definition } = live.file.form;
  const units = live.units();
  return {
    ...linkViewOf(session, live.file),
    definition,
    units: units.map((unit) => unitViewOf(definition, unit, pageLanguage())),
    scorecard: liveScorecard(live, units),
    comments: commentViewsOf(definition, session.base, units, live.comments, pageLanguage()),
  };
}

/** The step that a path names, if there is such a one. */
export function findStep(live: LiveFile, unitId: string, section: string): Step<LiveUnit> | undefined {
  return stepsOf(live.file.form.definition, live.units()).find(
    (step) => step.unit.unit.unitId === unitId && step.section.name === section,
  );
}

export function sectionViewOf(session: LinkSession, live: LiveFile, step: Step<LiveUnit>): SectionView {
  const { definition } = live.file.form;
  const { unit, section } = step;
  const language = pageLanguage();
  const steps = stepsOf(definition, live.units());
  const names = new Set(section.questions.map(({ name }) => name));
  const ofSection = unit.issues.filter(({ path, related = [] }) => [path, ...related].some((name) => names.has(name)));
  return {
    ...linkViewOf(session, live.file),
    unit: unitViewOf(definition, unit, language),
    section,
    definition,
    next: neighbourOf(session.base, steps, step, 1, language),
    previous: neighbourOf(session.base, steps, step, -1, language),
    others: otherUnitsOf(session.base, steps, step, language),
    revision: unit.revision,
    saveId: '',
    // A calculation is shown as it comes out now, whatever was saved of it.
    answers: { ...unit.answers, ...unit.values },
    raw: unit.raw,
    relevant: unit.relevant,
    ...(unit.choices ? { choices: unit.choices } : {}),
    issues: [...ofSection, ...largeChangeIssues(section, unit.previous ?? {}, unit.answers)],
    comments: commentViewsOf(definition, session.base, [unit], commentsOn(step, live.comments), language),
    conflict: null,
    saved: false,
    ...(unit.previous ? { lastRound: { name: textOf(language).section.previousRound, answers: unit.previous } } : {}),
    ...(unit.baseline ? { baseline: { answers: unit.baseline } } : {}),
  };
}

/** One number of a section over all the villages. */
export interface Total {
  question: Question;
  sum: string;
  answered: number;
  expected: number;
}

/** Running totals of a village section's numbers over the commune; none where the link shows one village only. */
export function totalsOf(live: LiveFile, { unit, section }: Step<LiveUnit>): Total[] {
  const villages = live.units().filter((each) => each.unit.level === 'village');
  if (unit.unit.level !== 'village' || villages.length < 2) return [];
  return section.questions
    .filter(({ type, name }) => (type === 'integer' || type === 'decimal') && unit.relevant.has(name))
    .map((question) => {
      const numbers = villages.map(({ values }) => values[question.name]).filter((value) => typeof value === 'number');
      // Added up in millionths, so that 0,1 and 0,2 make 0,3.
      const sum = numbers.reduce((total, number) => total + Math.round(number * 1e6), 0) / 1e6;
      return { question, sum: formatNumber(sum, pageLanguage()), answered: numbers.length, expected: villages.length };
    });
}
