import type { LinksText } from './text.ts';

const plural = (count: number, one: string, many = `${one}s`) => (count === 1 ? one : many);

export const en: LinksText = {
  title: 'Links',
  intro:
    'Each link opens the form of one commune or one village. A link is shown once, when it is made; one that is lost is given anew, and the old one dies at once.',

  coverage: {
    commune: (linked, units) => `${linked} of ${units} ${plural(units, 'commune')} with a link that opens`,
    village: (linked, units) => `${linked} of ${units} ${plural(units, 'village')} with a link that opens`,
  },

  make: {
    heading: 'Make links',
    level: 'For',
    levels: { commune: 'Communes', village: 'Villages', all: 'Communes and villages' },
    onlyWithout: 'Only units without a link that opens',
    pin: 'Ask for a PIN (printed on a strip to be cut off and sent separately)',
    lastDay: 'Last day of use',
    lastDayHint: (latest) => `Left empty: ${latest}. It cannot be later than that.`,
    most: 'At most 400 links at a time; where there are more, make the next ones after these.',
    sheet: 'Make and open the sheet',
    csv: 'Make and download CSV',
    errorTitle: 'Not made: ',
    dayWrong: (latest) => `The last day must lie between today and ${latest}.`,
  },

  notices: {
    none_made: 'Nothing was made: every chosen unit has a link that opens.',
    revoked: 'The link has been revoked.',
  },

  list: 'List of links',
  filterState: 'Filter by state',
  filterLevel: 'Filter by level',
  all: 'All',
  levels: { commune: 'Communes', village: 'Villages' },
  states: { active: 'Open', expired: 'Expired', revoked: 'Revoked' },
  unit: 'Unit',
  state: 'State',
  withPin: 'with a PIN',
  locked: (time, day) => `PIN locked until ${time} on ${day}`,
  createdAt: 'Made',
  lastUsedAt: 'Last saved',
  neverUsed: 'Never saved',
  expiresAt: 'Until',
  at: (time, day) => `${time} ${day}`,
  act: 'Actions',
  change: 'Give anew, revoke',
  changeOf: (unit) => `the link of ${unit}`,
  reissue: 'Give anew',
  revoke: 'Revoke',
  changeHint: 'The old link stops opening at once.',
  next: 'Next page',
  none: 'There are no links.',
  noneNext: 'Make links above, or take the filter away.',
  noneNextReader: 'A form designer makes links once the round is open.',
};
