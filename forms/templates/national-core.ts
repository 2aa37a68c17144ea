import type { FormDefinition } from '../definition/schema.ts';
import { checksAmong } from './check-catalogue.ts';
import { objectives } from './national-core/objectives.ts';
import { requirements } from './national-core/requirements.ts';
import { sections } from './national-core/sections.ts';
import { yesNoChoices } from './question-builders.ts';

/**
 * The questions that every province asks by one name and with one meaning, and nothing else, with what can be judged by them
 * alone: a start for a province without a plan of its own, and the form by which provinces compare. It quotes no plan of the
 * nation; its requirements are the conditions that both plans with a list of them (Tam Đường II, Trà Vinh III.3) share, and its
 * objectives are conditions of one of the two.
 */
export const nationalCore: FormDefinition = {
  id: 'national-core',
  title: { vi: 'Bộ câu hỏi chung toàn quốc', en: 'The national core' },
  languages: ['vi', 'en'],
  sections,
  choices: { yes_no: yesNoChoices },
  attributes: [],
  checks: checksAmong(sections),
  calculations: [],
  criteria: [...requirements, ...objectives],
  targets: [],
};
