import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../../local/demo/site.ts';
import { rowsOf } from '../support/database.ts';
import { type Service, startService } from '../support/service.ts';
import { fillUnit, prepareSurvey, type Survey, submitFile } from '../support/survey.ts';

let service: Service;
let designer: Site;

beforeAll(async () => {
  service = await startService();
  designer = await service.as('designer');
});
afterAll(() => service.stop());

interface Progress {
  id: string;
  existing: number;
  needed: number;
  reached: number;
  undetermined: number;
  ready: number | null;
  met: boolean | null;
}

const progress = async (roundId: string, id: string) => {
  const { items } = await designer.api<{ items: Progress[] }>('GET', `/provinces/12/rounds/${roundId}/targets`);
  return items.find((target) => target.id === id);
};

test('"at least 15 %" of thirteen communes is two, and none is reached before anybody is recognised', async () => {
  const unit = (_: unknown, i: number) => ({ kindLabel: 'xã', name: `Xã ${i}`, villages: [] });
  const survey = await prepareSurvey(designer, '12', { communes: Array.from({ length: 13 }, unit) });
  const nobody = { existing: 13, reached: 0, ready: 0 };
  // Its day was in 2025; of the other, in 2030, all is still open.
  expect(await progress(survey.roundId, 'TD17a')).toMatchObject({ ...nobody, needed: 2, undetermined: 0, met: false });
  expect(await progress(survey.roundId, 'TD17b')).toMatchObject({ ...nobody, needed: 13, undetermined: 13, met: null });
});

test('a target about villages reads what they submitted, in one round trip with a key', async () => {
  const key = await designer.api<{ key: string }>('POST', '/provinces/12/keys', {
    name: 'k',
    scopes: ['readiness.read'],
  });
  const definition = {
    id: 'khu-pho-tu-quan',
    title: { vi: 'Khu phố tự quản' },
    languages: ['vi'],
    sections: [
      {
        name: 'mo_hinh',
        level: 'village',
        label: { vi: 'Mô hình' },
        questions: [{ type: 'select_one', name: 'model_deployed', choices: 'yes_no', label: { vi: 'Đã triển khai?' } }],
      },
    ],
    choices: {
      yes_no: [
        { name: 'yes', label: { vi: 'Có' } },
        { name: 'no', label: { vi: 'Không' } },
      ],
    },
    targets: [
      {
        id: 'LC4',
        clause: 'II',
        title: { vi: 'Triển khai ở mọi khu phố' },
        by: '2023-12-31',
        level: 'village',
        state: { question: 'model_deployed', is: 'yes' },
        share: 1,
      },
    ],
  };
  const version = await designer.api<{ id: string }>('POST', '/provinces/12/forms', { definition });
  await designer.api('POST', `/provinces/12/forms/versions/${version.id}/publish`);
  const command = { name: 'Kỳ 2023', kind: 'annual', formVersionId: version.id };
  const round = await designer.api<{ id: string }>('POST', '/provinces/12/rounds', command);
  const villages = ['1', '2'].map((name) => ({ kindLabel: 'khu phố', name }));
  const created = await designer.api<{ items: Survey['units'] }>('POST', '/provinces/12/units', {
    communes: [{ kindLabel: 'thị trấn', name: 'Lang Chánh', villages }],
  });
  await designer.api('POST', `/provinces/12/rounds/${round.id}/open`);
  const town = created.items[0]!;
  const links = await designer.api<{ items: { url: string }[] }>('POST', `/provinces/12/rounds/${round.id}/links`, {
    unitIds: [town.id],
  });
  const base = new URL(links.items[0]!.url).pathname;
  await fillUnit(service.stranger, base, created.items[1]!.id, { mo_hinh: { model_deployed: 'yes' } });
  await fillUnit(service.stranger, base, created.items[2]!.id, { mo_hinh: { model_deployed: 'no' } });
  await submitFile(service.stranger, base);

  const ask = () =>
    service.stranger.get(`/v1/provinces/12/rounds/${round.id}/targets`, { authorization: `Bearer ${key.key}` });
  const answer = await ask();
  expect(service.runtime.hrana.pipelines.ofRequest(answer.headers.get('x-request-id')!)).toBe(1);
  const [target] = ((await answer.json()) as { items: Progress[] }).items;
  expect(target).toMatchObject({ id: 'LC4', existing: 2, needed: 2, reached: 1, undetermined: 0, met: false });

  const withheld = "INSERT INTO settings (id, withheld_questions, revision, updated_at) VALUES (1, ?, 1, '')";
  await rowsOf(service, withheld, [JSON.stringify(['model_deployed'])]);
  expect(await (await ask()).json()).toEqual({ items: [] });
  expect(await progress(round.id, 'LC4')).toMatchObject({ reached: 1 });
});
