import type { Answers, FormDefinition, Level, Value } from '../../forms/index.ts';

/** Answers to one round's form that differ from "nothing arose and everything was done" only where it is said. */
export interface QuietAnswers {
  village(households: number, different?: Record<string, Value>): Answers;
  commune(different?: Record<string, Value>): Answers;
}

/**
 * @param asOf the day of the figures, YYYY-MM-DD.
 * @param done what is neither 0 nor yes where everything was done: models, evidence, dates.
 */
export function quietAnswers(form: FormDefinition, asOf: string, done: Record<string, Value>): QuietAnswers {
  const village = quietLevel(form, 'village', {
    ...done,
    evidence: 'Biên bản họp; danh sách ký cam kết lưu tại xã',
    as_of: asOf,
  });
  const commune = quietLevel(form, 'commune', done);
  return {
    village: (households, different = {}) => {
      const everyHousehold = ['households_total', 'households_committed', 'households_informed', 'no_plant_pledges'];
      const counts = { population: households * 4, ...Object.fromEntries(everyHousehold.map((q) => [q, households])) };
      return changed({ ...village, ...asked(village, counts) }, different);
    },
    commune: (different = {}) => changed(commune, different),
  };
}

function quietLevel(form: FormDefinition, level: Level, done: Record<string, Value>): Answers {
  const questions = form.sections.filter((s) => s.level === level).flatMap((section) => section.questions);
  return Object.fromEntries(
    questions.map(({ name, type, choices }) => {
      if (Object.hasOwn(done, name)) return [name, done[name]!];
      if (type === 'integer' || type === 'decimal') return [name, 0];
      return [name, choices === 'yes_no' ? 'yes' : null];
    }),
  );
}

/** Of what is known, what the form asks. */
const asked = (answers: Answers, known: Record<string, Value>) =>
  Object.fromEntries(Object.entries(known).filter(([name]) => Object.hasOwn(answers, name)));

function changed(answers: Answers, different: Record<string, Value>): Answers {
  const unknown = Object.keys(different).filter((name) => !Object.hasOwn(answers, name));
  if (unknown.length > 0) throw new Error(`the form does not ask ${unknown.join(', ')}`);
  return { ...answers, ...different };
}

/** People who are all counted, filed and cared for, as far as `form` asks; of the rest of the plan's people there are none. */
export const managed =
  (form: FormDefinition) =>
  (addicts: number, postRehab = 0, users = 0): Record<string, Value> => {
    const questions = form.sections.flatMap((section) => section.questions.map(({ name }) => name));
    const counts: Record<string, number> = {
      ...all(addicts, 'addicts_total', 'addicts_with_file', 'addicts_present', 'addicts_present_rehab'),
      ...all(addicts, 'addicts_rehab', 'addicts_counselled', 'mmt_over12m', 'mmt_over12m_ok'),
      ...all(postRehab, 'post_rehab_total', 'post_rehab_with_file', 'post_rehab_job_supported'),
      ...all(users, 'users_total', 'users_with_file', 'users_present', 'users_present_with_file'),
    };
    return Object.fromEntries(Object.entries(counts).filter(([name]) => questions.includes(name)));
  };

const all = (count: number, ...names: string[]) => Object.fromEntries(names.map((name) => [name, count]));
