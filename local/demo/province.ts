import type { Answers, FormDefinition, Value } from '../../forms/index.ts';

/** A demonstration province as data: its communes with their answers round by round. The loader needs nothing else. */
export interface DemoProvince {
  code: string;
  name: string;
  /** Oldest first: each is opened over the communes that stand when its turn comes. */
  rounds: DemoRound[];
  communes: DemoCommune[];
  /** Files of recognition, in the order in which they are proposed. */
  recognition?: DemoRecognition[];
}

export interface DemoRound {
  key: string;
  name: string;
  kind: 'annual' | 'half-year' | 'monthly' | 'baseline';
  form: FormDefinition;
  /** The rounds that `previous()` and `baseline()` read, by key. */
  previous?: string;
  baseline?: string;
  /** The days that its figures are about, YYYY-MM-DD. */
  period?: { from: string; to: string };
  /** What the plan wants the files by. Late ones are taken until a while after it. */
  deadline?: DemoDeadline;
}

export interface DemoDeadline {
  /** YYYY-MM-DD, or MM-DD for a day of every year. */
  day: string;
  /** `before`: "trước ngày"; `through`: "đến hết ngày". */
  bound: 'before' | 'through';
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

/** What a commune typed in one round, and what became of it. Null for a unit that has not answered. */
export interface DemoFile {
  commune: Answers | null;
  /** In the order of the commune's villages. */
  villages: (Answers | null)[];
  submit: boolean;
  /** Handed in only when the round's deadline is set, which for a deadline in the past is after it. */
  afterDeadline?: boolean;
  /** Why the commune was given more time than the others. */
  extension?: string;
  /** What the province made of the file; without it, nothing yet. */
  review?: 'verified' | { returned: DemoComment[] };
}

/** A reviewer's comment at a question, at a unit, or on the whole file. */
export interface DemoComment {
  /** Which of the commune's villages, from 0, or the commune itself. */
  at?: number | 'commune';
  question?: string;
  text: string;
}

/** How far a commune's recognition has come, from its verified file in a round. */
export interface DemoRecognition {
  commune: string;
  round: string;
  state: 'proposed' | 'appraised' | 'recognised';
  /** What a later round brought: the recognition is maintained from it, or revoked for a reason. */
  later?: { maintainedIn: string } | { revoked: string };
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

/** A complete file that was verified. */
export const verified = (...answers: Parameters<typeof file>): DemoFile => ({
  ...file(...answers),
  review: 'verified',
});

/** Villages of one label, by name. */
export const villages = (kindLabel: string, ...names: string[]): DemoCommune['villages'] =>
  names.map((name) => ({ kindLabel, name }));
