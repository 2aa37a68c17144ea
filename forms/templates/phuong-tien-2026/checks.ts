import type { Check } from '../../definition/schema.ts';
import { within } from '../checks.ts';
import { shared } from '../shared-questions.ts';
import { commune, hamlet } from './questions.ts';

/** K1 and K6 between the questions of this plan alone. */
export const checks: Check[] = [
  within('K1', hamlet.psychosis_with_file, shared.psychosis_total),
  within('K1', hamlet.counselled_persons, hamlet.counsel_eligible),
  within('K1', hamlet.legal_aid_given, hamlet.legal_aid_requests),
  within('K6', hamlet.use_points_destroyed, hamlet.use_points_detected),
  within('K6', hamlet.violators_handled, hamlet.violators_known),
  within('K1', commune.students_reached, commune.students_total, 'commune'),
  within('K1', commune.students_involved, commune.students_total, 'commune'),
  within('K1', commune.schools_model, shared.schools_total, 'commune'),
  within('K1', commune.workers_reached, commune.workers_total, 'commune'),
];
