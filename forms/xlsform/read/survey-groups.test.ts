import { describe, expect, test } from 'vitest';
import { codes, type read, survey } from './read-sheets.fixture.ts';

describe('groups and repeats', () => {
  const sections = (result: ReturnType<typeof read>) =>
    result.definition?.sections.map(({ name, level, relevant, questions }) => ({
      name,
      level,
      ...(relevant !== undefined && { relevant }),
      questions: questions.map((question) => question.name),
    }));

  test('a group is a section of the commune unless its level says otherwise', () => {
    const result = survey(
      ['level', 'relevant'],
      ['begin_group', 'a', 'A'],
      ['integer', 'x', 'X'],
      ['end_group'],
      ['begin_group', 'b', 'B', 'village', 'true()'],
      ['integer', 'y', 'Y'],
      ['end_group', 'b'],
    );
    expect(result.issues).toEqual([]);
    expect(sections(result)).toEqual([
      { name: 'a', level: 'commune', questions: ['x'] },
      { name: 'b', level: 'village', relevant: 'true()', questions: ['y'] },
    ]);
  });

  test.each([
    ['villages', null],
    ['Thon_Ban', null],
    ['khu_vuc', 'village'],
  ])('the repeat “%s” with level %s goes over the villages', (name, level) => {
    const result = survey(
      ['level', 'relevant'],
      ['begin_repeat', name, 'Thôn', level, 'true()'],
      ['integer', 'loose', 'Câu lẻ'],
      ['begin_group', 'crime', 'Tội phạm', null, '1 = 1'],
      ['integer', 'hotspots', 'Tụ điểm'],
      ['end_group'],
      ['end_repeat'],
      ['integer', 'models', 'Mô hình'],
    );
    expect(result.issues).toEqual([]);
    expect(sections(result)).toEqual([
      { name, level: 'village', relevant: 'true()', questions: ['loose'] },
      { name: 'crime', level: 'village', relevant: '(true()) and (1 = 1)', questions: ['hotspots'] },
      { name: 'commune', level: 'commune', questions: ['models'] },
    ]);
  });

  test('questions outside any group keep their order around the groups', () => {
    const result = survey(
      [],
      ['integer', 'first', '1'],
      ['begin_group', 'commune', '2'],
      ['integer', 'second', '2'],
      ['end_group'],
      ['integer', 'third', '3'],
    );
    expect(result.issues).toEqual([]);
    expect(sections(result)?.map(({ name, questions }) => [name, questions])).toEqual([
      ['commune_2', ['first']],
      ['commune', ['second']],
      ['commune_3', ['third']],
    ]);
  });

  test('a group that depends on its own question is reported at its row', () => {
    const result = survey(
      ['relevant'],
      ['begin_group', 'outer', 'Ngoài', '${gate} > 0'],
      ['integer', 'gate', 'Cổng'],
      ['end_group'],
    );
    expect(codes(result)).toEqual(['cycle survey!D2']);
  });

  test('the questions of nested groups are asked under the conditions of all of them', () => {
    const { definition, issues } = survey(
      ['relevant'],
      ['integer', 'gate', 'Cổng'],
      ['begin_group', 'outer', 'Ngoài', '${gate} > 0'],
      ['begin_group', 'inner', 'Trong', '${gate} > 1'],
      ['integer', 'b', 'B', '${gate} > 2'],
      ['begin_group', 'silent', null, '${gate} > 3'],
      ['integer', 'd', 'D'],
      ['end_group'],
      ['end_group'],
      ['integer', 'e', 'E', '${gate} > 4'],
      ['end_group'],
    );
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'nested_group survey!4',
      'nested_group survey!6',
    ]);
    expect(definition?.sections[1]).toEqual({
      name: 'outer',
      level: 'commune',
      label: { vi: 'Ngoài' },
      relevant: '${gate} > 0',
      questions: [
        { type: 'note', name: 'inner', label: { vi: 'Trong' }, relevant: '${gate} > 1' },
        { type: 'integer', name: 'b', label: { vi: 'B' }, relevant: '(${gate} > 1) and (${gate} > 2)' },
        { type: 'integer', name: 'd', label: { vi: 'D' }, relevant: '(${gate} > 1) and (${gate} > 3)' },
        { type: 'integer', name: 'e', label: { vi: 'E' }, relevant: '${gate} > 4' },
      ],
    });
  });
});
