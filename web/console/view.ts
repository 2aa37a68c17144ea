import type { Criterion, Labels, Scorecard, TargetProgress } from '../../forms/index.ts';
import type { Language } from '../fill/view.ts';

export interface PageView {
  language: Language;
  nonce: string;
  user: { name: string; email: string } | null;
}

export interface SignInView extends PageView {
  email: string;
  /** Where to go after signing in. */
  next: string;
  error: string | null;
}

export interface ProvinceChoiceView extends PageView {
  provinces: { code: string; name: string; roles: string[] }[];
}

export interface RoundRow {
  id: string;
  name: string;
  formTitle: string;
  openedAt: string | null;
  closesAt: string | null;
  closedAt: string | null;
  communes: number;
  submitted: number;
}

export interface RoundsView extends PageView {
  province: { code: string; name: string };
  rounds: RoundRow[];
}

export interface ReadinessRow {
  unitId: string;
  name: string;
  kindLabel: string;
  code: string | null;
  state: 'collecting' | 'submitted' | 'returned' | 'verified';
  scorecard: Scorecard;
}

/** The round's results: a band with counts, what holds the province back, and the communes. */
export interface ResultsView extends PageView {
  province: { code: string; name: string };
  round: { id: string; name: string; closesAt: string | null };
  criteria: Criterion[];
  targets: TargetProgress[];
  rows: ReadinessRow[];
  /** The page of the round's links, for those who may see them. */
  linksHref: string | null;
}

/** One commune's report. */
export interface CommuneView extends PageView {
  province: { code: string; name: string };
  round: { id: string; name: string };
  criteria: Criterion[];
  row: ReadinessRow;
  /** What the form says about the flags beside the class. */
  flagLabels: Labels[];
  reference: string | null;
  submittedAt: string | null;
  scoredAt: string;
  formHash: string;
}
