import { newUnit, type UnitHistory } from './history.ts';

const NOW = '2026-11-22T00:00:00.000Z';

/** A unit for tests: a commune, or a village under one, from 2020 on unless it is said otherwise. */
export function unitCalled(
  name: string,
  rest: { parent?: UnitHistory; code?: string; from?: string; attributes?: Record<string, string | number> } = {},
): UnitHistory {
  const { parent, code = null, from = '2020-01-01', attributes = {} } = rest;
  const kindLabel = parent ? 'bản' : 'xã';
  const facts = { kindLabel, name, code, parentId: parent?.id ?? null, attributes, contactEmail: null };
  return newUnit(parent ? 'village' : 'commune', facts, from, { legalAct: null, now: NOW });
}

/** A history's versions in short: `2020-01-01..2025-07-01 Tên`. */
export const inShort = ({ versions }: UnitHistory): string[] =>
  versions.map(({ validFrom, validTo, name }) => `${validFrom}..${validTo ?? ''} ${name}`);
