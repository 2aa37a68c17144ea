import { type FormDefinition, sensitiveQuestions } from '../../forms/index.ts';
import { progressOf, sectionsOf } from '../../web/fill/unit-progress.ts';
import { maskAssessment, notAsked } from '../disclosure/mask-assessment.ts';
import { type Assessment, assess } from '../submissions/assess.ts';
import { type SubmissionState, submissionState, submissionStates } from '../submissions/state.ts';
import type { CompletenessRows } from './store.ts';

type Unit = CompletenessRows['units'][number];

interface Questions {
  asked: number;
  answered: number;
}

/** How far one unit's answers have come. */
export interface UnitProgress {
  unit: Unit;
  questions: Questions;
  /** Whether anything was ever saved. */
  begun: boolean;
  /**
   * Every question asked is answered and nothing is wrong, as far as that follows from no count that could identify somebody.
   * Blanks confirmed at submission stay blanks.
   */
  complete: boolean;
  savedAt: string | null;
}

interface Villages {
  expected: number;
  begun: number;
  complete: number;
}

export interface CommuneProgress {
  unit: Unit;
  submission: CompletenessRows['submissions'][number];
  state: SubmissionState;
  villages: Villages;
  /** Of the commune's own part and of all its villages. */
  questions: Questions;
  /** The commune first, then its villages. */
  units: UnitProgress[];
}

export interface Completeness {
  states: Record<SubmissionState, number>;
  villages: Villages;
  questions: Questions;
  communes: CommuneProgress[];
}

function unitProgress(definition: FormDefinition, assessment: Assessment): UnitProgress {
  const { unit, issues, revision, savedAt } = assessment;
  const questions = addUp(sectionsOf(definition, assessment).map((section) => progressOf(section, assessment)));
  const begun = revision > 0;
  const correct = issues.every(({ severity }) => severity === 'warning');
  return { unit, questions, begun, complete: begun && questions.answered === questions.asked && correct, savedAt };
}

const addUp = (parts: Questions[]): Questions => ({
  asked: parts.reduce((sum, { asked }) => sum + asked, 0),
  answered: parts.reduce((sum, { answered }) => sum + answered, 0),
});

/**
 * How far the communes of a round have come, each unit judged by the engine as the pages judge it. Nothing in it follows from a
 * count that could identify somebody but that it is answered: it is for everybody.
 */
export function completenessOf(definition: FormDefinition, rows: CompletenessRows, now: string): Completeness {
  const sensitive = sensitiveQuestions(definition);
  const responses = new Map(rows.responses.map((response) => [response.unitId, response]));
  const unitsOf = Map.groupBy(rows.units, ({ communeId }) => communeId);
  const communes = rows.submissions.flatMap((submission): CommuneProgress[] => {
    const units = unitsOf.get(submission.communeId) ?? [];
    let position = 0;
    const progress = units.map((unit) => {
      if (unit.level === 'village') position += 1;
      const moment = { now, position: unit.level === 'village' ? position : undefined, period: rows.period };
      const assessment = assess(definition, unit, responses.get(unit.unitId), moment);
      const left = notAsked(definition, unit.level, { ...assessment.answers, ...assessment.raw });
      return unitProgress(definition, maskAssessment(definition, assessment, new Set([...sensitive, ...left])));
    });
    const villages = progress.filter(({ unit }) => unit.level === 'village');
    const commune = units.find(({ level }) => level === 'commune');
    if (!commune) return [];
    return [
      {
        unit: commune,
        submission,
        state: submissionState(submission),
        villages: {
          expected: villages.length,
          begun: villages.filter(({ begun }) => begun).length,
          complete: villages.filter(({ complete }) => complete).length,
        },
        questions: addUp(progress.map(({ questions }) => questions)),
        units: progress,
      },
    ];
  });
  const total = (key: keyof Villages) => communes.reduce((sum, { villages }) => sum + villages[key], 0);
  return {
    states: Object.fromEntries(
      submissionStates.map((state) => [state, communes.filter((commune) => commune.state === state).length]),
    ) as Record<SubmissionState, number>,
    villages: { expected: total('expected'), begun: total('begun'), complete: total('complete') },
    questions: addUp(communes.map(({ questions }) => questions)),
    communes,
  };
}
