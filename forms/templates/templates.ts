import type { FormDefinition } from '../definition/schema.ts';
import { khoaiChau2024 } from './khoai-chau-2024.ts';
import { langChanh2023 } from './lang-chanh-2023.ts';
import { nationalCore } from './national-core.ts';
import { phuongTien2026 } from './phuong-tien-2026.ts';
import { tamDuong2024 } from './tam-duong-2024.ts';
import { traVinh2025 } from './tra-vinh-2025.ts';

/** Ready-made forms for the plans that provinces work from, by id. */
export const templates: Record<string, FormDefinition> = {
  [tamDuong2024.id]: tamDuong2024,
  [khoaiChau2024.id]: khoaiChau2024,
  [phuongTien2026.id]: phuongTien2026,
  [langChanh2023.id]: langChanh2023,
  [traVinh2025.id]: traVinh2025,
  [nationalCore.id]: nationalCore,
};
