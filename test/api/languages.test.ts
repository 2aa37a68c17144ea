import { afterAll, beforeAll, expect, test } from 'vitest';
import { Site } from '../../local/demo/site.ts';
import { baseOf } from '../support/links.ts';
import { type Service, startService } from '../support/service.ts';
import { CLEAN_VILLAGE, fillEverything, prepareSurvey, type Survey, submitFile } from '../support/survey.ts';

const UNITS = {
  communes: [
    {
      kindLabel: 'xã',
      name: 'Alpha',
      villages: [
        { kindLabel: 'bản', name: 'Beta' },
        { kindLabel: 'bản', name: 'Gamma' },
      ],
    },
  ],
};

let service: Service;
let survey: Survey;

beforeAll(async () => {
  service = await startService();
  survey = await prepareSurvey(await service.as('designer'), '12', UNITS);
});
afterAll(() => service.stop());

/** A reader who has chosen a language. */
function reader(language: string): Site {
  const site = new Site(service.url);
  site.cookie = `dia-ban-lang=${language}`;
  return site;
}

const section = (name: string, village = 0) => `${survey.base}/${survey.villages[village]!.id}/${name}`;
const languageOf = (html: string) => /<html lang="([a-z-]+)"/.exec(html)?.[1];

/** Letters that no English word has, outside the switch of language and what stays Vietnamese: names, and the words for units. */
function vietnameseWords(html: string): string[] {
  const text = html
    .replace(/<style[\s\S]*?<\/style>|<nav class="languages"[\s\S]*?<\/nav>/g, ' ')
    .replace(/Địa Bàn|Tam Đường|Kỳ khảo sát năm 2024|xã|bản/gi, '')
    .replace(/<[^>]*>/g, ' ');
  return text.match(/[\p{L}]*[ăâđêôơưạảãàáặằắẵẳậầấẫẩẹẻẽèéệềếễểịỉĩìíọỏõòóộồốỗổợờớỡởụủũùúựừứữửỵỷỹỳý][\p{L}]*/giu) ?? [];
}

test('a page is Vietnamese whatever the browser speaks, until the reader chooses otherwise', async () => {
  const page = await service.stranger.get(survey.base, { 'accept-language': 'en-US,en' });
  expect(languageOf(await page.text())).toBe('vi');
});

test('the switch of a page without fields remembers the choice and shows the same page', async () => {
  const chosen = await service.stranger.get(`${section('residents')}?saved=1&lang=en`);
  expect(chosen.status).toBe(303);
  expect(chosen.headers.get('location')).toBe(`${section('residents')}?saved=1`);
  expect(chosen.headers.get('set-cookie')).toMatch(/^dia-ban-lang=en; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(languageOf(await (await reader('en').get(survey.base)).text())).toBe('en');
});

test('a language that nobody offers, or that is none, changes nothing', async () => {
  expect(languageOf(await (await reader('xx').get(survey.base)).text())).toBe('vi');
  expect(languageOf(await (await reader('"><script>').get(survey.base)).text())).toBe('vi');
  const refused = await service.stranger.get(`${survey.base}?lang=%0d%0aX`);
  expect(refused.headers.get('set-cookie')).toBeNull();
});

test('the switch beside fields saves what was typed and shows it in the other language', async () => {
  const typed = { population: '1.192', households_total: 'many', ':revision': '0', ':action': 'lang:en' };
  const saved = await service.stranger.post(section('residents'), typed);
  expect(saved.headers.get('location')).toBe(`${section('residents')}?saved=1`);
  expect(saved.headers.get('set-cookie')).toContain('dia-ban-lang=en;');
  const page = await (await reader('en').get(section('residents'))).text();
  expect(page).toContain('value="1.192"');
  expect(page).toContain('value="many"');
  expect(vietnameseWords(page)).toEqual([]);
});

test('reading a conflict in another language does not settle it', async () => {
  const path = section('plants', 1);
  const mine = { ...CLEAN_VILLAGE.plants!, plants_count: '7' };
  await service.stranger.post(path, { ...CLEAN_VILLAGE.plants!, ':revision': '0' });
  const conflict = await (await service.stranger.post(path, { ...mine, ':revision': '0' })).text();
  expect(conflict).toContain('name=":conflict"');
  const pressed = await service.stranger.post(path, {
    ...mine,
    ':revision': '1',
    ':conflict': '1',
    ':action': 'lang:en',
  });
  const page = await pressed.text();
  expect(pressed.status).toBe(409);
  expect(languageOf(page)).toBe('en');
  expect(page).toMatch(/name="plants_count" value="7"/);
  expect(vietnameseWords(page)).toEqual([]);
  expect(await (await service.stranger.get(path)).text()).toMatch(/name="plants_count" value="0"/);
});

test('every page is wholly English for a reader who chose it, from the overview to the receipt', async () => {
  const clerk = reader('en');
  await fillEverything(clerk, { ...survey, villages: [] });
  const village = survey.villages[1]!.id;
  const rest = Object.entries(CLEAN_VILLAGE).slice(0, 3);
  for (const [index, [name, fields]] of rest.entries()) {
    await clerk.post(`${survey.base}/${village}/${name}`, { ...fields, ':revision': String(index + 1) });
  }
  for (const path of [survey.base, section('drug_users'), section('pledges', 1), `${survey.base}/nop`]) {
    const page = await (await clerk.get(path)).text();
    expect(languageOf(page)).toBe('en');
    expect([path, vietnameseWords(page)]).toEqual([path, []]);
  }
  const review = await (await clerk.get(`${survey.base}/nop`)).text();
  expect(review).toContain('counts as unknown, not as 0');

  const asked = /name="(reason:[^"]+)"/.exec(review)![1]!;
  const switched = await clerk.post(`${survey.base}/nop`, { [asked]: 'Flooded', ':action': 'lang:vi' });
  expect(switched.status).toBe(200);
  const inVietnamese = await switched.text();
  expect(languageOf(inVietnamese)).toBe('vi');
  expect(inVietnamese).toContain('>Flooded</textarea>');

  await clerk.post(section('residents'), { population: '10', households_total: '2', ':revision': '1' });
  expect((await submitFile(clerk, survey.base, 'Flooded')).status).toBe(303);
  for (const path of [survey.base, section('residents'), `${survey.base}/bien-nhan`]) {
    expect([path, vietnameseWords(await (await clerk.get(path)).text())]).toEqual([path, []]);
  }
});

test('refusals speak the chosen language too, with what was typed under its English labels', async () => {
  const unknown = await (await reader('en').get(`/s/12-${'0'.repeat(26)}-mo`)).text();
  expect(unknown).toContain('This link is not known.');
  expect(vietnameseWords(unknown)).toEqual([]);
  const refused = await reader('en').post(section('residents'), { population: '9', ':revision': '2' });
  const page = await refused.text();
  expect(refused.status).toBe(409);
  expect(page).toMatch(/<dt>[^<]*population[^<]*<\/dt><dd>9<\/dd>/i);
  expect(vietnameseWords(page)).toEqual([]);
});

test("a form's further language is offered, with Vietnamese words around its labels and where it has none", async () => {
  const designer = await service.as('designer', '33');
  const definition = {
    id: 'two-tongues',
    title: { vi: 'Phiếu hai thứ tiếng' },
    languages: ['vi', 'tyz'],
    sections: [
      {
        name: 'people',
        level: 'commune',
        label: { vi: 'Dân cư' },
        questions: [
          { type: 'integer', name: 'households', label: { vi: 'Số hộ', tyz: 'Số rườn' } },
          { type: 'integer', name: 'people', label: { vi: 'Số người' } },
        ],
      },
    ],
  };
  const other = await prepareWith(designer, definition);
  const tay = reader('tyz');
  const page = await (await tay.get(`${other.base}/${other.communeId}/people`)).text();
  expect(languageOf(page)).toBe('vi');
  expect(page).toMatch(/<label[^>]* lang="tyz">Số rườn<\/label>/);
  expect(page).toMatch(/<label class="question-label" for="q-people">Số người<\/label>/);
  expect(page).toContain('value="lang:en"');
  expect(await (await service.stranger.get(other.base)).text()).toContain('href="?lang=tyz"');
});

/** A round of one commune over a form of one's own. */
async function prepareWith(designer: Site, definition: object): Promise<{ base: string; communeId: string }> {
  const province = '/provinces/33';
  const units = await designer.api<{ items: { id: string }[] }>('POST', `${province}/units`, {
    communes: [{ kindLabel: 'xã', name: 'Đông Ninh', villages: [] }],
  });
  const version = await designer.api<{ id: string }>('POST', `${province}/forms`, { definition });
  await designer.api('POST', `${province}/forms/versions/${version.id}/publish`);
  const command = { name: 'Kỳ thử', kind: 'annual', formVersionId: version.id };
  const round = await designer.api<{ id: string }>('POST', `${province}/rounds`, command);
  await designer.api('POST', `${province}/rounds/${round.id}/open`);
  const links = await designer.api<{ items: { url: string }[] }>('POST', `${province}/rounds/${round.id}/links`, {});
  return { base: baseOf(links.items[0]!), communeId: units.items[0]!.id };
}
