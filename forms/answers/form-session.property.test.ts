import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers, Value } from '../value.ts';
import { type CheckedAnswers, checkAnswers } from './check-answers.ts';
import { openSession } from './form-session.ts';
import { richForm } from './rich-form.fixture.ts';

const form = richForm();
const context = { today: () => '2024-11-30' };

const names = ['population', 'addicts', 'with_file', 'share', 'why', 'stamp', 'side', 'place', 'others', 'as_of'];
/** Sound answers, wrong ones and blanks; few values, so that edits meet. */
const value: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom(0, 1, 2, 3, 5, -1, 1.5),
  fc.constantFrom('north', 'south', 'hon', 'tam', '2024-11-30', '2024-12-01', '', 'x'),
  fc.constant(null),
  fc.constantFrom<string[]>(['hon'], ['tam', 'giang'], ['tam', 'tam'], []),
);
const edit = fc.tuple(fc.constantFrom(...names, 'thanks', 'stranger'), value);

test('after any edits a session says what a full check says, and names exactly what changed', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), value), fc.array(edit, { maxLength: 12 }), (start, edits) => {
      const answers: Answers = { ...start };
      const session = openSession(form, 'village', answers, context);
      let before = checkAnswers(form, 'village', answers, context);
      expect(session.result()).toEqual(before);
      for (const [name, given] of edits) {
        answers[name] = given;
        const { changed, issues } = session.set(name, given);
        const after = checkAnswers(form, 'village', answers, context);
        expect(session.result()).toEqual(after);
        for (const question of names) {
          const same = JSON.stringify(about(question, before)) === JSON.stringify(about(question, after));
          expect(changed.has(question), question).toBe(!same);
        }
        for (const question of changed) {
          expect(issues.filter(({ path }) => path === question)).toEqual(about(question, after).issues);
        }
        before = after;
      }
    }),
    { numRuns: 200 },
  );
});

function about(name: string, { values, relevant, issues }: CheckedAnswers) {
  return { value: values[name], relevant: relevant.has(name), issues: issues.filter(({ path }) => path === name) };
}
