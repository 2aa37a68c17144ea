import type { Labels } from '../issue.ts';

/** What the questions and measures of the plans count in. */
export const units = {
  people: { vi: 'người', en: 'people' },
  households: { vi: 'hộ', en: 'households' },
  places: { vi: 'điểm', en: 'places' },
  groups: { vi: 'ổ nhóm', en: 'groups' },
  incidents: { vi: 'vụ', en: 'incidents' },
  plants: { vi: 'cây', en: 'plants' },
  squareMetres: { vi: 'm²', en: 'm²' },
  villages: { vi: 'thôn, bản', en: 'villages' },
  models: { vi: 'mô hình', en: 'models' },
  agencies: { vi: 'cơ quan, đơn vị', en: 'agencies' },
} satisfies Record<string, Labels>;
