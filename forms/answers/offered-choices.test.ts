import { expect, test } from 'vitest';
import { checkDefinition } from '../definition/check-definition.ts';
import { offeredChoices } from './offered-choices.ts';

const choice = (name: string, side: string) => ({ name, label: { vi: name }, side });

const { definition } = checkDefinition({
  id: 'choices',
  title: { vi: 'Phiếu' },
  languages: ['vi'],
  sections: [
    {
      name: 'main',
      level: 'village',
      label: { vi: 'Phần' },
      questions: [
        { type: 'select_one', name: 'side', label: { vi: 'Phía' }, choices: 'sides' },
        { type: 'select_one', name: 'place', label: { vi: 'Nơi' }, choices: 'places', choice_filter: 'side = ${side}' },
      ],
    },
  ],
  choices: {
    sides: [choice('north', ''), choice('south', '')],
    places: [choice('a', 'north'), choice('b', 'south'), choice('c', 'south')],
  },
});

test.each([
  ['the choices of the side that was chosen', { side: 'south' }, ['b', 'c']],
  ['no choice while nothing is chosen', {}, []],
])('a filter leaves %s', (_, answers, names) => {
  const offered = offeredChoices(definition!, 'village', answers);
  expect(Object.keys(offered)).toEqual(['place']);
  expect(offered.place!.map(({ name }) => name)).toEqual(names);
});
