import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { Choice, Question } from '../../../forms/index.ts';
import { tagOf } from '../../ui/page-problems.ts';
import { textOf } from '../text.ts';
import type { FieldProps } from './field.ts';
import { QuestionField } from './question-field.tsx';

const yesNo: Choice[] = [
  { name: 'yes', label: { vi: 'Có', en: 'Yes' } },
  { name: 'no', label: { vi: 'Không', en: 'No' } },
];

function field(question: Partial<Question>, props: Partial<FieldProps> = {}): string {
  const whole: Question = { type: 'integer', name: 'x', label: { vi: 'Câu hỏi', en: 'Question' }, ...question };
  return renderToString(
    <QuestionField
      question={whole}
      value={undefined}
      raw={undefined}
      choices={yesNo}
      issues={[]}
      lastRound={null}
      language="vi"
      text={textOf('vi')}
      {...props}
    />,
  );
}

describe('a number', () => {
  test('is typed as text with the right keys, its unit behind', () => {
    const html = field({ type: 'integer', unit: { vi: 'hộ' } }, { value: 1192 });
    expect(tagOf(html, 'q-x')).toMatch(/type="text"[^>]* inputmode="numeric"/);
    expect(tagOf(html, 'q-x')).toContain('value="1.192"');
    expect(tagOf(html, 'q-x')).toContain('aria-describedby="u-x"');
    expect(html).toContain('id="u-x">hộ</span>');
  });

  test('is written the Vietnamese way in English too, as it will be read back', () => {
    const html = field({ type: 'decimal' }, { value: 1234.5, language: 'en' });
    expect(tagOf(html, 'q-x')).toContain('value="1.234,5"');
    expect(tagOf(html, 'q-x')).toContain('inputmode="decimal"');
  });

  test('0 is an answer and shown, a blank is not 0', () => {
    expect(tagOf(field({}, { value: 0 }), 'q-x')).toContain('value="0"');
    expect(tagOf(field({}), 'q-x')).toMatch(/ value\/>$/);
  });

  test('a range says its bounds', () => {
    const html = field({ type: 'range', parameters: { start: '1', end: '1000' } });
    expect(html).toContain('Từ 1 đến 1.000.');
    expect(tagOf(html, 'q-x')).toContain('aria-describedby="r-x"');
  });
});

describe('one of several choices', () => {
  test('nothing is chosen beforehand, and an answer can be taken back', () => {
    const html = field({ type: 'select_one' });
    expect(html).not.toContain('checked');
    expect(html).toMatch(/<input type="radio" name="x" value\/><span>Chưa trả lời<\/span>/);
  });

  test('the answer is chosen, and the first radio is where an error leads', () => {
    const html = field({ type: 'select_one' }, { value: 'no' });
    expect(html).toMatch(/value="no" checked/);
    expect(tagOf(html, 'q-x')).toContain('value="yes"');
    expect(html).toContain('<legend class="question-label">Câu hỏi</legend>');
  });

  test('a long list can be asked for as one', () => {
    const html = field({ type: 'select_one', appearance: 'minimal' }, { value: 'no' });
    expect(html).toContain('<select id="q-x" name="x">');
    expect(html).toMatch(/<option selected value="no">|<option value="no" selected>/);
  });
});

test('of several choices those answered are ticked', () => {
  const html = field({ type: 'select_multiple' }, { value: ['no'] });
  expect(html).toMatch(/name="x" value="no" checked/);
  expect(html.match(/ checked/g)).toHaveLength(1);
});

test('an acknowledgement is answered OK', () => {
  expect(tagOf(field({ type: 'acknowledge' }, { value: 'OK' }), 'q-x')).toMatch(/value="OK"[^>]* checked/);
});

test('a date has the browser’s own picker, unless what was typed is no date', () => {
  expect(tagOf(field({ type: 'date' }, { value: '2024-11-30' }), 'q-x')).toMatch(/type="date".*value="2024-11-30"/);
  expect(tagOf(field({ type: 'date' }, { raw: '31/02/24' }), 'q-x')).toMatch(/type="text".*value="31\/02\/24"/);
});

test('text of several lines keeps its lines and cannot break out', () => {
  const html = field({ type: 'text', appearance: 'multiline' }, { value: 'Một\n</textarea><script>' });
  expect(html).toContain('>Một\n&lt;/textarea>&lt;script></textarea>');
});

test('what the form works out itself is shown and goes with the post unchanged', () => {
  const html = field({ readonly: true, unit: { vi: 'người' } }, { value: 1400 });
  expect(html).toContain('1.400 người');
  expect(html).toContain('<input type="hidden" name="x" value="1.400"/>');
});

test('a note is text, and what is only computed is not shown', () => {
  expect(field({ type: 'note' })).not.toMatch(/<(input|label)/);
  expect(field({ type: 'calculate' })).toBe('');
  expect(field({ type: 'hidden' })).toBe('');
});

test('hint and guidance stand with the question', () => {
  const html = field({ hint: { vi: 'Cả người tạm trú.' }, guidance_hint: { vi: 'Lấy theo sổ.' } });
  expect(tagOf(html, 'q-x')).toContain('aria-describedby="h-x"');
  expect(html).toMatch(/<details[^>]*><summary>Hướng dẫn<\/summary><p>Lấy theo sổ\.<\/p>/);
});
