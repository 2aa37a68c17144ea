import { expect, test } from 'vitest';
import { pageProblems } from './page-problems.ts';

test('finds what is wired wrong', () => {
  const html =
    '<h1>A</h1><h3 id="a">B</h3><p id="a" style="color:red">C</p><a href="#b">D</a><input type="text" name="e"/>' +
    '<label for="f">G</label><script></script><h1>H</h1>';
  expect(pageProblems(html)).toEqual([
    'id twice: a',
    'refused by the policy: <p>',
    'leads nowhere: #b',
    'no label: e',
    'leads nowhere: #f',
    'refused by the policy: <script>',
    'not exactly one h1',
    'heading level left out before h3',
  ]);
});

test('a page that is wired right has no problems', () => {
  const html =
    '<h1>A</h1><h2>B</h2><h3>C</h3><h2 id="d">D</h2><a href="#d">E</a><label for="f">F</label>' +
    '<script src="/page.js"></script><input id="f" name="f"/><label class="choice"><input type="radio" name="g" value="1"/>G</label>';
  expect(pageProblems(html)).toEqual([]);
});
