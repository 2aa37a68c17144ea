import * as v from 'valibot';
import { Level, Line } from '../../http/wire.ts';
import { type Kind, kindNamed } from './kinds.ts';

export const KindWire = v.strictObject({ level: Level, label: Line(60) });

export const KindList = v.object({
  items: v.array(KindWire),
  isDefault: v.pipe(v.boolean(), v.description('Whether these are the usual words, the province having stored none')),
});

const isListedOnce = (items: Kind[]) => items.every((kind) => kindNamed(items, kind.label, kind.level) === kind);
const hasBothLevels = (items: Kind[]) => new Set(items.map(({ level }) => level)).size === 2;

/** All of a province's kinds, in the order in which they are offered. */
export const NewKinds = v.strictObject({
  items: v.pipe(
    v.array(KindWire),
    v.maxLength(100),
    v.check(isListedOnce, 'every label once for its level'),
    v.check(hasBothLevels, 'at least one kind of commune and one of village'),
  ),
});
