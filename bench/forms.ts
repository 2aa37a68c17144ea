import { cpus } from 'node:os';
import { Version as surveyCoreVersion } from 'survey-core';
import { type Answers, type CommuneInput, checkAnswers, openSession, scoreCommune, templates } from '../forms/index.ts';
import { bundleSize } from './bundle-size.ts';
import { microseconds } from './measure.ts';
import { answerSets, differences, pairs, surveyForm } from './survey-form.ts';
import { checkWithModel, foundByModel, surveyModel } from './survey-model.ts';

const form = surveyForm();
const model = surveyModel();
const sets = answerSets(16);

agree();
console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, survey-core ${surveyCoreVersion}\n`);
report('One unit, 60 questions, 20 relevants, 20 constraints, 10 calculations', [...checking(), ...keystrokes()]);
report('Scoring, 40 villages × 60 questions', scoring());
await sizes();

/** Both have to find the same, or the comparison would say nothing. */
function agree() {
  for (const answers of sets) {
    const { issues, relevant, values } = checkAnswers(form, 'village', answers);
    const asked = [...relevant].filter((name) => !name.startsWith('rest_'));
    const theirs = foundByModel(checkWithModel(model, answers));
    const ours = {
      wrong: issues.map(({ path }) => path).sort(),
      relevant: asked.sort(),
      rests: differences.map((key) => values[`rest_${key}`]),
    };
    const found = {
      wrong: theirs.wrong.sort(),
      relevant: theirs.relevant.filter((name) => !name.startsWith('rest_')).sort(),
      rests: theirs.rests,
    };
    if (JSON.stringify(ours) !== JSON.stringify(found)) {
      throw new Error(`The engines differ:\n${JSON.stringify(ours)}\n${JSON.stringify(found)}`);
    }
  }
}

function checking(): Row[] {
  const { ours, theirs } = microseconds({
    ours: (turn) => checkAnswers(form, 'village', sets[turn % sets.length]!),
    theirs: (turn) => checkWithModel(model, sets[turn % sets.length]!),
  });
  return [
    ['full check, engine', ours],
    ['full check, survey-core', theirs, `engine ${times(theirs / ours)} as fast (wanted 10)`],
  ];
}

/** One answer after another is given another figure, over all questions that take one. */
function keystrokes(): Row[] {
  const answers = sets[0]!;
  const names = pairs.flatMap((key) => [`total_${key}`, `part_${key}`]);
  const session = openSession(form, 'village', answers);
  const typed: Answers = { ...answers };
  const live = surveyModel();
  live.data = answers;
  const next = (turn: number) => [names[turn % names.length]!, 1 + (turn % 7)] as const;
  const { incremental, full, theirs } = microseconds({
    incremental: (turn) => session.set(...next(turn)),
    full: (turn) => {
      const [name, value] = next(turn);
      typed[name] = value;
      return checkAnswers(form, 'village', typed);
    },
    theirs: (turn) => {
      const [name, value] = next(turn);
      live.setValue(name, value);
      return live.getQuestionByName(name).validate(true);
    },
  });
  return [
    ['keystroke, engine session', incremental],
    ['keystroke, engine full check', full, `session ${times(full / incremental)} as fast (wanted 10)`],
    ['keystroke, survey-core', theirs, `session ${times(theirs / incremental)} as fast`],
  ];
}

function scoring(): Row[] {
  const inputs = Array.from({ length: 170 }, (_, i) => communeInput(i));
  const template = templates['tam-duong-2024']!;
  const figures = template.sections.flatMap(({ level, questions }) =>
    questions.filter(({ type }) => level === 'village' && type === 'integer').map(({ name }) => name),
  );
  const templated = inputs.map((input) => ({
    ...input,
    villages: input.villages.map((each) => renamed(each, figures)),
  }));
  const {
    one,
    province,
    template: real,
  } = microseconds(
    {
      one: (turn) => scoreCommune(form, inputs[turn % inputs.length]!),
      province: () => inputs.map((input) => scoreCommune(form, input)),
      template: (turn) => scoreCommune(template, templated[turn % inputs.length]!),
    },
    { rounds: 9, roundMs: 200, batch: 1 },
  );
  return [
    ['one commune, 20 criteria', one, 'budget 2,000 µs'],
    ['a province of 170 communes', province, 'budget 300,000 µs'],
    [`one commune, tam-duong-2024 (${template.criteria.length} criteria)`, real],
  ];
}

function communeInput(seed: number): CommuneInput {
  const villages = answerSets(40 + seed)
    .slice(seed)
    .map((answers, i) => ({ id: `v${i}`, name: `Thôn ${i + 1}`, answers }));
  return { commune: {}, attributes: {}, villages };
}

/** The figures of a village, as answers to the questions of another form. */
function renamed({ answers, ...village }: CommuneInput['villages'][number], names: string[]) {
  const given = Object.values(answers ?? {}).filter((value) => typeof value === 'number');
  return { ...village, answers: Object.fromEntries(names.map((name, i) => [name, given[i % given.length]!])) };
}

async function sizes() {
  const engine = await bundleSize(
    `export { checkAnswers, openSession, scoreCommune } from '${import.meta.dirname}/../forms/index.ts';`,
  );
  const surveyCore = await bundleSize(`export { Model } from 'survey-core';`);
  console.log('Bytes to the browser, minified');
  const row = (name: string, { bytes, gzip }: typeof engine, note: string) =>
    console.log(`  ${name.padEnd(46)}${count(bytes).padStart(12)}${count(gzip).padStart(12)} gzip  ${note}`);
  row('engine: checks, session, scoring', engine, 'budget 25,000');
  row('survey-core', surveyCore, `engine ${times(surveyCore.gzip / engine.gzip)} smaller (wanted 10)`);
}

type Row = [name: string, microseconds: number, note?: string];

function report(title: string, rows: Row[]) {
  console.log(title);
  for (const [name, time, note = ''] of rows) {
    const perSecond = `${count(1e6 / time)}/s`;
    console.log(`  ${name.padEnd(46)}${time.toFixed(1).padStart(12)} µs${perSecond.padStart(14)}  ${note}`);
  }
  console.log();
}

function times(ratio: number): string {
  return `${ratio.toFixed(1)}×`;
}

function count(n: number): string {
  return Math.round(n).toLocaleString('en');
}
