import { canonicalJson } from '../definition/canonical.ts';
import type { Labels } from '../issue.ts';
import { type Change, called, type Words } from './change.ts';

/** What may change of a kind of part, and how that is said. */
export interface Field {
  /** After the part's own code: `rule` makes `criterion_rule_changed`. */
  code: string;
  severity: Change['severity'];
  what: Words;
}

/** One kind of thing that a form is made of. */
export interface PartKind<Item> {
  code: string;
  words: Words & { many: string };
  /** Empty where there is only one in a form. */
  name(item: Item): string;
  label?(item: Item): Labels | undefined;
  /** What is compared, by the keys that `fields` tells of; a key that it does not is taken to be meaning. */
  view(item: Item): Record<string, unknown>;
  fields: Readonly<Record<string, Field>>;
}

/** What differs between two versions of one part. */
export function comparePart<Item>(kind: PartKind<Item>, before: Item, after: Item, path: string): Change[] {
  const [old, now] = [kind.view(before), kind.view(after)];
  const subject = called(kind.words, kind.name(after), kind.label?.(after));
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => !isSame(old[key], now[key]));
  return keys.map((key) => {
    const { code, severity, what } = kind.fields[key] ?? unlisted(key);
    return {
      code: `${kind.code}_${code}_changed`,
      path: hasKey(before, key) || hasKey(after, key) ? `${path}.${key}` : path,
      severity,
      message: {
        vi: `Thay đổi ${what.vi} của ${subject.vi}.`,
        en: `The ${what.en} of the ${subject.en} has changed.`,
      },
      ...(old[key] !== undefined && { before: old[key] }),
      ...(now[key] !== undefined && { after: now[key] }),
    };
  });
}

export function partAdded<Item>(kind: PartKind<Item>, item: Item, path: string): Change {
  const subject = called(kind.words, kind.name(item), kind.label?.(item));
  return {
    code: `${kind.code}_added`,
    path,
    severity: 'meaning',
    message: { vi: `Thêm ${subject.vi}.`, en: `The ${subject.en} is new.` },
    after: kind.name(item),
  };
}

export function partRemoved<Item>(kind: PartKind<Item>, item: Item, path: string): Change {
  const subject = called(kind.words, kind.name(item), kind.label?.(item));
  return {
    code: `${kind.code}_removed`,
    path,
    severity: 'meaning',
    message: { vi: `Bỏ ${subject.vi}.`, en: `The ${subject.en} is gone.` },
    before: kind.name(item),
  };
}

/** Compares two lists whose items are known by their names. */
export function compareList<Item>(
  kind: PartKind<Item>,
  before: readonly Item[],
  after: readonly Item[],
  path: string,
): Change[] {
  const old = new Map(before.map((item) => [kind.name(item), item]));
  const now = new Map(after.map((item) => [kind.name(item), item]));
  const stayed = (items: Map<string, Item>, others: Map<string, Item>) =>
    [...items.keys()].filter((name) => others.has(name));
  const reordered = !isSame(stayed(old, now), stayed(now, old));
  return [
    ...before.flatMap((item, i) => (now.has(kind.name(item)) ? [] : [partRemoved(kind, item, `${path}.${i}`)])),
    ...after.flatMap((item, i) => {
      const earlier = old.get(kind.name(item));
      return earlier === undefined
        ? [partAdded(kind, item, `${path}.${i}`)]
        : comparePart(kind, earlier, item, `${path}.${i}`);
    }),
    ...(reordered ? [orderChanged(kind, path)] : []),
  ];
}

function orderChanged<Item>(kind: PartKind<Item>, path: string): Change {
  return {
    code: `${kind.code}_order_changed`,
    path,
    severity: 'wording',
    message: { vi: `Sắp xếp lại thứ tự ${kind.words.vi}.`, en: `The order of the ${kind.words.many} has changed.` },
  };
}

/** A view may put several keys together under one of its own, which no path leads to. */
function hasKey(item: unknown, key: string): boolean {
  return typeof item === 'object' && item !== null && Object.hasOwn(item, key);
}

function unlisted(key: string): Field {
  return { code: key, severity: 'meaning', what: { vi: `“${key}”`, en: `“${key}”` } };
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}
