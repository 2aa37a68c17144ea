import { khoaiChau } from './khoai-chau.ts';
import { langChanh } from './lang-chanh.ts';
import { phuongTien } from './phuong-tien.ts';
import type { DemoProvince } from './province.ts';
import { tamDuong } from './tam-duong.ts';
import { traVinh } from './tra-vinh.ts';

/** One province for each of the five plans, in the order of their codes. */
export const demoProvinces: DemoProvince[] = [tamDuong, phuongTien, khoaiChau, langChanh, traVinh];
