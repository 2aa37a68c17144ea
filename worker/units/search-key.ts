/** Small letters without accents, `đ` as `d`: how a search compares names, so that "phuong tien" finds "Phượng Tiến". */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'd').toLowerCase();

/** What a search for a unit looks in: its name and its official code. */
export const searchKey = ({ name, code }: { name: string; code?: string | null | undefined }): string =>
  fold(code ? `${name} ${code}` : name);
