import type { Headings } from './columns.ts';

/** The columns of a list of units; the first heading of each is the one that an export writes. */
export const unitHeadings = {
  id: ['Id'],
  level: ['Cấp', 'level'],
  kind: ['Loại', 'Loại đơn vị', 'kind', 'kind label', 'kindLabel'],
  name: ['Tên', 'Tên đơn vị', 'name'],
  code: ['Mã', 'Mã đơn vị', 'Mã số', 'code'],
  parent: ['Thuộc xã', 'Đơn vị cấp trên', 'Thuộc', 'Tên xã', 'parent', 'parent name'],
  parentCode: ['Mã cấp trên', 'Mã xã', 'parent code', 'parentId', 'parent id'],
  population: ['Dân số', 'population'],
  households: ['Số hộ', 'households'],
  onKeyRoute: ['Trên tuyến trọng điểm', 'on_key_route'],
  contactEmail: ['Thư điện tử', 'Email', 'contact email', 'contactEmail'],
  from: ['Từ ngày', 'valid from', 'validFrom'],
  legalAct: ['Văn bản', 'Căn cứ', 'legal act', 'legalAct'],
} satisfies Headings<string>;

export type UnitField = keyof typeof unitHeadings;

/** The fields that are attributes of a unit, by the names that forms know them by. */
export const attributeFields = {
  population: 'population',
  households: 'households',
  onKeyRoute: 'on_key_route',
} satisfies Partial<Record<UnitField, string>>;
