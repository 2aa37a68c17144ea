import { expect, test } from 'vitest';
import { quietInput } from '../templates/quiet-answers.fixture.ts';
import { tamDuong2024 } from '../templates/tam-duong-2024.ts';
import { traVinh2025 } from '../templates/tra-vinh-2025.ts';
import type { Answers, Value } from '../value.ts';
import { explainClass } from './explain-class.ts';

const explained = (villages: (Answers | null)[], onKeyRoute: Value = 'no') =>
  explainClass(traVinh2025, { ...quietInput(traVinh2025, villages), attributes: { on_key_route: onKeyRoute } });

test('a class is told with the figures that it follows from and what raised it', () => {
  const found = explained([{ addicts_total: 25, addicts_with_file: 15, population: 5000, plants_area_m2: 0 }], 'yes');
  expect(found).toEqual({
    vi:
      'Xếp loại II (Trọng điểm về ma túy loại II). Người nghiện có hồ sơ quản lý: 15; Người nghiện: 25; Tụ điểm: 0; ' +
      'Số cây: 0; Diện tích trồng (m²): 0; Đối tượng phạm tội: 0; Dân số: 5.000. ' +
      'Nâng một loại vì nằm trên tuyến trọng điểm. ' +
      'Từ 20 người nghiện trở lên nhưng chưa đủ hồ sơ quản lý; xếp loại theo số người nghiện.',
    en:
      'Class II (Key drug area, class II). Addicts with a management file: 15; Addicts: 25; Hotspots: 0; Plants: 0; ' +
      'Area planted (m²): 0; Offenders: 0; Population: 5,000. One class higher, being on a key route. ' +
      '20 addicts or more, not enough of them on file; classified by all of them.',
  });
});

test('while it is open, the least severe class is told with the others that are possible', () => {
  expect(explained([{ hotspots: 3 }, null])?.vi).toContain(
    'Chưa xếp loại được: nhẹ nhất là loại II (Trọng điểm về ma túy loại II), còn có thể là loại I. ' +
      'Người nghiện có hồ sơ quản lý: ít nhất 0;',
  );
  // Nothing else is possible, but for the unknown route.
  expect(explained([{ hotspots: 1 }], null)?.en).toContain(
    'at the least class III (Key drug area, class III), possibly II.',
  );
});

test('a form without classes has nothing to tell', () => {
  expect(explainClass(tamDuong2024, quietInput(tamDuong2024))).toBeNull();
});
