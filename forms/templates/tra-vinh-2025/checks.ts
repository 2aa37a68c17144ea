import type { Check } from '../../definition/schema.ts';
import { within } from '../checks.ts';
import { core } from '../core-questions.ts';
import { shared } from '../shared-questions.ts';
import { commune, hamlet } from './questions.ts';

/** K1, K6 and K12 between the questions of this plan alone. */
export const checks: Check[] = [
  within('K1', hamlet.addicts_counselled, core.addicts_total),
  within('K1', hamlet.tests_done, hamlet.tests_due),
  within('K6', hamlet.relapse_handled, hamlet.relapse_detected),
  within('K1', hamlet.suspects_tested, hamlet.suspects_grounded),
  within('K1', hamlet.returnees_supported, hamlet.returnees_total),
  within('K1', hamlet.returnees_relapsed, hamlet.returnees_total),
  within('K1', hamlet.persons_in_popdb, hamlet.drug_related_persons),
  within('K6', hamlet.hotspots_cleared, hamlet.hotspots_detected),
  within('K6', hamlet.cases_handled, hamlet.cases_detected),
  within('K1', hamlet.households_informed, core.households_total),
  within('K1', commune.schools_reached, shared.schools_total, 'commune'),
  {
    id: 'K12.months_with_comms',
    level: 'village',
    test: "${months_with_comms} <= number(format-date(${as_of}, '%n'))",
    severity: 'error',
    message: {
      vi: 'Số tháng có truyền thông (${months_with_comms}) nhiều hơn số tháng từ đầu năm đến ngày chốt số liệu (${as_of}). Kiểm tra lại hai số này.',
      en: 'There are more months with communication (${months_with_comms}) than months of the year up to the day of the figures (${as_of}). Check these two.',
    },
  },
];
