interface Unit {
  name: string;
  kindLabel: string;
}

/** First letter in upper case, the rest as it is: `thị trấn` → `Thị trấn`. */
export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** A unit's kind as it stands within a sentence: `xã`, `khu phố`. */
export function kindOf(unit: Pick<Unit, 'kindLabel'>): string {
  return unit.kindLabel.toLocaleLowerCase('vi');
}

/** A unit as it is called within a sentence, its kind first unless the name already begins with it: `xã Bản Bo`, `Khu phố 3`. */
export function unitName(unit: Unit): string {
  const kind = kindOf(unit);
  const named = kind === '' || unit.name.toLocaleLowerCase('vi').startsWith(`${kind} `);
  return named ? unit.name : `${kind} ${unit.name}`;
}

/** The same where it stands first or alone: `Xã Bản Bo`. */
export function unitTitle(unit: Unit): string {
  return capitalise(unitName(unit));
}
