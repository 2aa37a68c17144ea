import type { Check, Section } from '../definition/schema.ts';
import { placeholder } from '../label.ts';
import {
  householdsWithinPopulation,
  needsIncident,
  offencesHaveOffenders,
  partOfTotal,
  peopleWithinPopulation,
  within,
} from './checks.ts';
import { core } from './core-questions.ts';
import { shared } from './shared-questions.ts';

const named = {
  addicts: { name: 'addicts_total', vi: 'số người nghiện', en: 'the number of addicts' },
  addictsPresent: { name: 'addicts_present', vi: 'số người nghiện có mặt', en: 'the number of addicts present' },
  users: { name: 'users_total', vi: 'số người sử dụng', en: 'the number of users' },
  usersPresent: { name: 'users_present', vi: 'số người sử dụng có mặt', en: 'the number of users present' },
  postRehab: { name: 'post_rehab_total', vi: 'số người sau cai', en: 'the number of post-rehabilitation people' },
  treated: {
    name: 'mmt_over12m',
    vi: 'số người điều trị thay thế trên 12 tháng',
    en: 'the number on substitution treatment for over 12 months',
  },
  households: { name: 'households_total', vi: 'tổng số hộ', en: 'the number of households' },
};

/** Every check between the questions that several plans share, in the order of their rules within one head. */
const catalogue: Check[] = [
  partOfTotal(
    'K1',
    { name: 'addicts_with_file', vi: 'số người nghiện có hồ sơ', en: 'the number of addicts with a file' },
    named.addicts,
  ),
  partOfTotal(
    'K1',
    {
      name: 'addicts_rehab',
      vi: 'số người nghiện đã áp dụng cai nghiện',
      en: 'the number of addicts in rehabilitation',
    },
    named.addicts,
  ),
  partOfTotal('K1', { name: 'users_new', vi: 'số người sử dụng mới', en: 'the number of new users' }, named.users),
  partOfTotal('K1', { name: 'addicts_new', vi: 'số người nghiện mới', en: 'the number of new addicts' }, named.addicts),
  partOfTotal(
    'K1',
    { name: 'mmt_over12m_ok', vi: 'số người điều trị chấp hành tốt', en: 'the number on treatment who comply' },
    named.treated,
  ),
  partOfTotal(
    'K1',
    { name: 'users_with_file', vi: 'số người sử dụng có hồ sơ', en: 'the number of users with a file' },
    named.users,
  ),
  partOfTotal(
    'K1',
    {
      name: 'post_rehab_with_file',
      vi: 'số người sau cai có hồ sơ',
      en: 'the number of post-rehabilitation people with a file',
    },
    named.postRehab,
  ),
  partOfTotal(
    'K1',
    { name: 'households_committed', vi: 'số hộ đã ký cam kết', en: 'the number of households that signed' },
    named.households,
  ),
  partOfTotal(
    'K1',
    {
      name: 'no_plant_pledges',
      vi: 'số hộ cam kết không trồng cây có chứa chất ma túy',
      en: 'the number of households that pledged not to grow drug plants',
    },
    named.households,
  ),
  partOfTotal('K2', named.addictsPresent, named.addicts),
  partOfTotal(
    'K2',
    {
      name: 'addicts_present_rehab',
      vi: 'số người nghiện có mặt đã lập hồ sơ cai nghiện',
      en: 'the number of addicts present with a rehabilitation file',
    },
    named.addictsPresent,
  ),
  partOfTotal('K2', named.usersPresent, named.users),
  partOfTotal(
    'K2',
    {
      name: 'users_present_with_file',
      vi: 'số người sử dụng có mặt có hồ sơ',
      en: 'the number of users present with a file',
    },
    named.usersPresent,
  ),
  peopleWithinPopulation,
  householdsWithinPopulation,
  needsIncident({ name: 'plants_count', vi: 'số cây', en: 'the number of plants' }),
  needsIncident({ name: 'plants_area_m2', vi: 'diện tích trồng (m²)', en: 'the area planted (m²)' }),
  within('K6', shared.plants_area_destroyed_m2, core.plants_area_m2),
  within('K6', shared.fugitives_caught, shared.fugitives_known, 'commune'),
  within('K1', shared.orgs_reached, shared.orgs_total, 'commune'),
  offencesHaveOffenders,
  partOfTotal('K8', named.treated, named.addicts, 'warning'),
];

/**
 * The checks of the catalogue between questions that a form asks: K1 to K8, as far as they concern one unit's own answers. K9
 * and K10 need the round and are not the form's; K11 is the question type's and K13 a `required`.
 */
export function checksAmong(sections: readonly Section[]): Check[] {
  const asked = new Set(sections.flatMap(({ questions, level }) => questions.map(({ name }) => `${level} ${name}`)));
  return catalogue.filter(({ test, level }) =>
    [...test.matchAll(placeholder)].every(([, name]) => asked.has(`${level} ${name}`)),
  );
}
