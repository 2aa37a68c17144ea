import type { Check } from '../../definition/schema.ts';
import { within } from '../checks.ts';
import { core } from '../core-questions.ts';
import { quarter, town } from './questions.ts';

/** K1 and K6 between the questions of this plan alone. */
export const checks: Check[] = [
  within('K6', quarter.sale_points_destroyed, quarter.sale_points_detected),
  within('K1', quarter.anxh_committed, quarter.anxh_total),
  within('K1', quarter.addict_families, core.addicts_total),
  within('K1', quarter.addict_families_committed, quarter.addict_families),
  within('K1', town.unions_committed, town.unions_total, 'commune'),
];
