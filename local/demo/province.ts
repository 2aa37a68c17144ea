import type { Answers, FormDefinition, Value } from '../../forms/index.ts';

/** A demonstration province as data: its communes with their answers round by round. The loader needs nothing else. */
export interface DemoProvince {
  code: string;
  name: string;
  /** Oldest first: each is opened over the communes that stand when its turn comes. */
  rounds: DemoRound[];
  communes: DemoCommune[];
}

export interface DemoRound {
  key: string;
  name: string;
  kind: 'annual' | 'half-year' | 'monthly' | 'baseline';
  form: FormDefinition;
  /** The rounds that `previous()` and `baseline()` read, by key. */
  previous?: string;
  baseline?: string;
}

export interface DemoCommune {
  /** Tells it from every other of its province, also from one of the same name before a merger. */
  key: string;
  kindLabel: string;
  name: string;
  code?: string;
  attributes: Record<string, Value>;
  villages: { kindLabel: string; name: string }[];
  /** What it came out of. It comes into being before the first round that it has a file in. */
  origin?: Origin;
  /** By round. */
  files: Record<string, DemoFile>;
}

export interface Origin {
  /** YYYY-MM-DD. */
  date: string;
  legalAct: string;
  /** By the predecessor's key. */
  of: Record<string, 'whole' | 'part'>;
}

/** What a commune typed in one round. Null for a unit that has not answered. */
export interface DemoFile {
  commune: Answers | null;
  /** In the order of the commune's villages. */
  villages: (Answers | null)[];
  submit: boolean;
}

/** Stands in the attributes of every unit of a demonstration. */
export const INVENTED = { note: 'Số liệu minh họa, không phải số liệu thật' };

/** The legal act of a merger that the plans and the resolutions of 2025 do not name. */
export const INVENTED_ACT = 'Sáp nhập minh họa, không có văn bản thật';

/** A complete, submitted file. */
export const file = (commune: Answers, ...villages: (Answers | null)[]): DemoFile => ({
  commune,
  villages,
  submit: true,
});

/** Villages of one label, by name. */
export const villages = (kindLabel: string, ...names: string[]): DemoCommune['villages'] =>
  names.map((name) => ({ kindLabel, name }));
