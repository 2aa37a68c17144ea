import type { Calculation } from '../../definition/schema.ts';

const monthEnds = [
  '01-31',
  '02-28',
  '03-31',
  '04-30',
  '05-31',
  '06-30',
  '07-31',
  '08-31',
  '09-30',
  '10-31',
  '11-30',
  '12-31',
];

/**
 * How much of 2025, the plan's year, had passed on the latest day that a village closed its figures on: whole months, quarters
 * and weeks, against which "ít nhất 01 lần/tháng", "01 lần/quý" and "hàng tuần" are judged.
 */
export const elapsed: Calculation[] = [
  { name: 'closing_day', expression: 'max(${as_of})' },
  {
    name: 'months_elapsed',
    expression: monthEnds.map((end) => `(\${closing_day} >= '2025-${end}')`).join(' + '),
  },
  { name: 'quarters_elapsed', expression: 'int(${months_elapsed} div 3)' },
  { name: 'weeks_elapsed', expression: "max(0, min(52, int((${closing_day} - '2024-12-31') div 7)))" },
];
