import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { ShareBar } from './share-bar.tsx';

test('draws its parts one after the other and leaves the rest empty', () => {
  const parts = [
    { kind: 'not_met', count: 3 },
    { kind: 'undetermined', count: 0 },
    { kind: 'met', count: 5 },
  ];
  const html = renderToString(<ShareBar parts={parts} total={13} />);
  expect(html).toContain('viewBox="0 0 13 1"');
  expect(html.match(/<rect/g)).toHaveLength(2);
  expect(html).toMatch(/class="met" x="3" width="5"/);
});

test('nothing to count leaves an empty bar and not a broken one', () => {
  expect(renderToString(<ShareBar parts={[{ kind: 'met', count: 0 }]} total={0} />)).toContain('viewBox="0 0 1 1"');
});
