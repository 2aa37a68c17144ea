import { type Answers, type FormDefinition, formatNumber, templates } from '../../forms/index.ts';
import type { Site } from './site.ts';
import { type DemoCommune, INVENTED, tamDuong } from './tam-duong.ts';

interface Unit {
  id: string;
  name: string;
  level: 'commune' | 'village';
  parentId: string | null;
}

interface Link {
  unitId: string;
  unitName: string;
  url: string;
}

export interface Demo {
  roundId: string;
  links: Link[];
  apiKey: string;
}

const form: FormDefinition = templates['tam-duong-2024']!;

/** An answer as a clerk types it. */
const typed = (value: Answers[string] | undefined): string =>
  typeof value === 'number' ? formatNumber(value, 'vi') : value === null || value === undefined ? '' : String(value);

/** Fills in one unit section by section, through the page's own forms. */
async function fillIn(site: Site, base: string, unit: Unit, answers: Answers): Promise<void> {
  const sections = form.sections.filter(({ level }) => level === unit.level);
  for (const [revision, section] of sections.entries()) {
    const fields = Object.fromEntries(section.questions.map(({ name }) => [name, typed(answers[name])]));
    const sent = { ...fields, ':revision': String(revision), ':action': 'next' };
    const answer = await site.post(`${base}/${unit.id}/${section.name}`, sent);
    if (answer.status !== 303) throw new Error(`${unit.name}, ${section.name}: saving answered ${answer.status}`);
  }
}

/** Submits, giving a reason for everything that the review page asks one for. */
async function handIn(site: Site, base: string): Promise<void> {
  const page = await (await site.get(`${base}/nop`)).text();
  const asked = [...page.matchAll(/name="(reason:[^"]+)"/g)].map((match) => match[1]!);
  const inputsVersion = /name="inputsVersion" value="(\d+)"/.exec(page)?.[1] ?? '';
  const reasons = Object.fromEntries(asked.map((name) => [name, 'Số liệu đang được xác minh, sẽ bổ sung sau']));
  const answer = await site.post(`${base}/nop`, { inputsVersion, ...reasons });
  if (answer.status !== 303) throw new Error(`submitting answered ${answer.status}: ${await answer.text()}`);
}

async function fillCommune(site: Site, data: DemoCommune, units: Unit[], link: Link): Promise<void> {
  const base = new URL(link.url).pathname;
  const commune = units.find(({ id }) => id === link.unitId)!;
  if (data.commune) await fillIn(site, base, commune, data.commune);
  for (const village of data.villages) {
    const unit = units.find(({ parentId, name }) => parentId === commune.id && name === village.name)!;
    if (village.answers) await fillIn(site, base, unit, village.answers);
  }
  if (data.submit) await handIn(site, base);
}

/**
 * Loads the demo province through the service's own doors: the form is published, the round opened, links made and every answer
 * typed into the fill page. `site` is signed in as a designer of province 12.
 */
export async function loadDemo(site: Site): Promise<Demo> {
  const province = '/provinces/12';
  const attributes = INVENTED;
  const communes = tamDuong.map(({ kindLabel, name, villages }) => ({
    kindLabel,
    name,
    attributes,
    villages: villages.map((village) => ({ kindLabel: village.kindLabel, name: village.name, attributes })),
  }));
  const { items: units } = await site.api<{ items: Unit[] }>('POST', `${province}/units`, { communes });
  const version = await site.api<{ id: string }>('POST', `${province}/forms`, { template: form.id });
  await site.api('POST', `${province}/forms/versions/${version.id}/publish`);
  const round = await site.api<{ id: string }>('POST', `${province}/rounds`, {
    name: 'Kỳ khảo sát năm 2024 (số liệu minh họa)',
    kind: 'annual',
    formVersionId: version.id,
  });
  await site.api('POST', `${province}/rounds/${round.id}/open`);
  const { items: links } = await site.api<{ items: Link[] }>('POST', `${province}/rounds/${round.id}/links`, {});
  await Promise.all(
    tamDuong.map((data) => fillCommune(site, data, units, links.find(({ unitName }) => unitName === data.name)!)),
  );
  const { key } = await site.api<{ key: string }>('POST', `${province}/keys`, {
    name: 'Khóa dùng thử',
    scopes: ['unit.read', 'round.read', 'readiness.read'],
  });
  return { roundId: round.id, links, apiKey: key };
}
