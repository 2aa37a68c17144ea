import type { Criterion, CriterionResult, Labels, Scorecard, TargetProgress } from '../../forms/index.ts';
import type { Language } from '../fill/view.ts';

export interface PageView {
  language: Language;
  nonce: string;
  /** Who is signed in; `seesFleet` for those who see all provinces of the service. */
  user: { name: string; email: string; seesFleet?: boolean } | null;
}

/** A form that was sent when its person's proof had grown old: its address and its fields, in their order. */
export interface KeptForm {
  action: string;
  fields: [string, string][];
}

export interface SignInView extends PageView {
  email: string;
  /** Where to go after signing in. */
  next: string;
  /** The name of the operator's own provider, where people may sign in by it. */
  provider?: string | null;
  error: string | null;
  /** The script by which people use passkeys, where there can be some. */
  passkeyScript?: string | null;
  /** What was typed and waits for the proof. */
  kept?: KeptForm | null;
  /** Whether somebody who is signed in proves again who they are. */
  again?: boolean;
}

/** The second step of signing in. */
export interface SecondStepView extends PageView {
  next: string;
  kept?: KeptForm | null;
  passkeyScript?: string | null;
  error: string | null;
}

/** A form that waited for its person's proof, which is there now. */
export interface ContinueView extends PageView {
  next: string;
  kept: KeptForm;
}

export interface ProvinceChoiceView extends PageView {
  provinces: { code: string; name: string; roles: string[] }[];
}

export interface RoundRow {
  id: string;
  name: string;
  formTitle: string;
  state: 'draft' | 'open' | 'closed' | 'archived';
  /** When it opens by itself, or opened. */
  opensAt: string | null;
  openedAt: string | null;
  /** From when on a file is late, where the round has a deadline. */
  dueAt: string | null;
  closesAt: string | null;
  closedAt: string | null;
  /** Since when its answers are deleted. */
  purgedAt: string | null;
  communes: number;
  submitted: number;
}

export interface RoundsView extends PageView {
  province: { code: string; name: string };
  /** The province's settings, for those who may see them. */
  settingsHref: string | null;
  /** The page of the province's log, for those who may read it. */
  logHref: string | null;
  /** The province's API keys, for those who may see them. */
  keysHref: string | null;
  /** The province's people and their roles, for those who may see them. */
  staffHref: string | null;
  rounds: RoundRow[];
}

export interface SettingsView extends PageView {
  province: { code: string; name: string };
  questions: { name: string; label: Labels; isPoliceMatter: boolean; isWithheld: boolean }[];
  /** As typed; empty where answers are kept for good. */
  keptMonths: string;
  /** Whether `purges` follow from what is typed and not yet saved. */
  isPreview: boolean;
  /** Which answers go, when, and how much that is; a round that is not closed yet may hold one back. */
  purges: {
    id: string;
    name: string;
    from: string;
    heldBy: string | null;
    units: number;
    saves: number;
    links: number;
  }[];
  revision: number;
  canChange: boolean;
  error: string | null;
  notice: 'saved' | null;
}

/** What stands in place of a number that is known and not shown (docs/adr/0025-small-counts.md). */
export type ShownMark = '<5' | 'withheld' | 'not_shared';

/** A criterion's result as the reader may see it. */
export interface ShownCriterion extends CriterionResult {
  masked: { numerator: ShownMark | null; denominator: ShownMark | null; shortfall: ShownMark | null } | null;
}

export interface ShownScorecard extends Omit<Scorecard, 'criteria'> {
  criteria: ShownCriterion[];
}

/** How a page shows counts, and whether the reader may have them as they are. */
export interface FiguresView {
  shown: 'masked' | 'exact';
  mayBeExact: boolean;
}

export interface ReadinessRow {
  unitId: string;
  name: string;
  kindLabel: string;
  code: string | null;
  state: 'collecting' | 'submitted' | 'returned' | 'verified';
  scorecard: ShownScorecard;
}

/** A target's progress, with what it counts: communes recognised by decision, or units by an answer or their class. */
export interface CountedTarget extends TargetProgress {
  about: 'recognition' | 'answer' | 'class';
  /** Communes that are ready, beside those that are recognised; null where that says nothing. */
  ready: number | null;
}

/** The round's results: a band with counts, what holds the province back, and the communes. */
export interface ResultsView extends PageView {
  province: { code: string; name: string };
  round: { id: string; name: string; closesAt: string | null };
  criteria: Criterion[];
  targets: CountedTarget[];
  rows: ReadinessRow[];
  figures: FiguresView;
  /** The page of the round's links, for those who may see them. */
  linksHref: string | null;
}

/** What became of a commune's file of recognition, by its last decision. */
export interface RecognitionView {
  state: 'proposed' | 'appraised' | 'recognised' | 'refused' | 'maintained' | 'revoked';
  decisionNumber: string;
  decisionDate: string;
  /** Whether the round that it rests on still says what it said: verified, ready and with the same answers. */
  basisHolds: boolean;
}

/** One commune's report. */
export interface CommuneView extends PageView {
  province: { code: string; name: string };
  round: { id: string; name: string };
  criteria: Criterion[];
  row: ReadinessRow;
  figures: FiguresView;
  /** What the form says about the flags beside the class. */
  flagLabels: Labels[];
  /** Of the commune's last file; null while it has none. */
  recognition: RecognitionView | null;
  /** Units that it came out of, and how many of them were recognised when they ended. */
  predecessors: { total: number; recognised: number };
  reference: string | null;
  submittedAt: string | null;
  scoredAt: string;
  formHash: string;
}
