import type { ComponentChildren } from 'preact';
import type { Answers, Choice, FormDefinition, Issue, Question, Scorecard, Section } from '../../forms/index.ts';

/** A language of the pages' own words. */
export type Language = 'vi' | 'en';

/**
 * What every page of a link shows and needs: plain data that the worker hands over, since a page computes nothing that is not
 * presentation. `base` is the path that its pages stand under, `/p/{…}`, without a closing slash.
 */
export interface LinkView {
  /** The reader's, by BCP 47 code: of the form's labels, and of the page's own words where they are written in it (`spokenTo`). */
  language: string;
  /** Those that the reader may choose from. */
  languages: string[];
  base: string;
  /** The path of the page's script; null where there is none. */
  script: string | null;
  /** The nonce that the page's inline style carries in the Content-Security-Policy. */
  nonce: string;
  form: { title: string };
  /**
   * Instants of this commune, ISO 8601 UTC: from `dueAt` on a file is late, from `closesAt` on nothing is taken any more. What is
   * said between the two stands in `takenLate`.
   */
  round: { name: string; dueAt: string | null; closesAt: string | null; takenLate?: string };
  commune: { id: string; name: string; kindLabel: string };
  /** The moment of rendering, ISO 8601 UTC: days left are counted from it in Asia/Ho_Chi_Minh. */
  now: string;
  submission: SubmissionView;
  /** Set on the pages of a form that is only tried out: where that begins anew, and where it was come from. */
  preview?: { start: string; leave: string };
  /** False when the round is closed or the file is with the reviewer: pages show answers and no fields. */
  editable: boolean;
  /** False for the link of one village: the commune hands in the file as a whole, so no page offers or mentions submitting. */
  canSubmit: boolean;
  /** Whether the file is with the reviewer and may still be taken back by this link. */
  canWithdraw: boolean;
}

export interface SubmissionView {
  state: 'collecting' | 'submitted' | 'returned' | 'verified';
  reference: string | null;
  submittedAt: string | null;
}

/** One thing that the reviewer wrote when returning the file. */
export interface ReviewComment {
  id: string;
  text: string;
  /** The unit and question that it is about, as people call them; blank for the file as a whole. */
  about: string;
  /** Where that is answered, or null. */
  href: string | null;
  /** The question's name, or null. */
  question: string | null;
}

export interface SectionProgress {
  name: string;
  label: string;
  answered: number;
  asked: number;
  errors: number;
  warnings: number;
}

export interface UnitView {
  id: string;
  name: string;
  kindLabel: string;
  level: 'commune' | 'village';
  state: 'not_started' | 'in_progress' | 'complete';
  sections: SectionProgress[];
  updatedAt: string | null;
}

export interface OverviewView extends LinkView {
  /** The commune's own part first, then its villages in the round's order. */
  units: UnitView[];
  /** Live verdict over the answers saved so far, for the people of the commune's link; null on a village's. */
  scorecard: Scorecard | null;
  definition: FormDefinition;
  /** What is to be looked at again before the file is handed in once more. */
  comments: ReviewComment[];
}

export interface SectionView extends LinkView {
  unit: UnitView;
  section: Section;
  definition: FormDefinition;
  /** Where the reader goes after saving: the next section, the next village, or the overview. */
  next: { href: string; label: string } | null;
  previous: { href: string; label: string } | null;
  /** The same part of the villages before and after this one; nulls at the ends, and on the commune's own part. */
  others: { previous: { href: string; label: string } | null; next: { href: string; label: string } | null };
  revision: number;
  /** Sent back with the fields, so that a save that is sent twice is one. */
  saveId: string;
  answers: Answers;
  /** Text typed into a field that could not be read as an answer, by question name: shown again as it was typed. */
  raw: Record<string, string>;
  relevant: Set<string>;
  /** What a `choice_filter` leaves of a question's choices, by question name; a question not named here offers its whole list. */
  choices?: Record<string, Choice[]>;
  /** The unit's answers of the round before, shown under each field; absent when there was none. */
  lastRound?: { name: string; answers: Answers };
  /** Its answers of the round that is compared with as the baseline. */
  baseline?: { answers: Answers };
  /** Issues of this section's questions; empty before the first save. */
  issues: Issue[];
  /** On this section's questions and on the unit as a whole. */
  comments: ReviewComment[];
  /** Set when somebody else saved this unit since the page was opened: their answers, to be shown beside what was typed. */
  conflict: { answers: Answers; savedAt: string } | null;
  saved: boolean;
  /** Whether the rest is saved and something typed is not: what `raw` shows over an issue `personal_data` is nowhere stored. */
  held?: boolean;
  /** What the page's script adds. */
  live?: LiveSection;
}

/** Places in a section that only the page's script fills. */
export interface LiveSection {
  /** Above a question's field, and behind last round's answer. */
  above(question: Question): ComponentChildren;
  behindLastRound(question: Question): ComponentChildren;
}

/** One thing to settle before or while submitting; `href` leads to the question. */
export interface Finding {
  key: string;
  unitId: string;
  unitName: string;
  message: string;
  href: string;
  /** Typed reason, shown again when the page is shown again. */
  reason: string;
  /** Why the reason as typed is not taken. */
  reasonWrong: string | null;
}

export interface ReviewView extends LinkView {
  definition: FormDefinition;
  scorecard: Scorecard;
  /** Must be corrected first. */
  errors: Finding[];
  /** May be submitted with a written reason: warnings, blank required answers, villages without any answer. */
  confirmations: Finding[];
  /** True after a press on submit that was refused, so that missing reasons are marked. */
  refused: boolean;
  /** Sent back with the press, so that a submission that is sent twice is one. */
  submissionId: string;
  /** Sum of the revisions shown, sent back so that nothing is submitted that was not seen. */
  inputsVersion: number;
}

export interface ReceiptView extends LinkView {
  definition: FormDefinition;
  scorecard: Scorecard | null;
}

/** The question before a file is taken back; `revision` of the file is sent back, so that only what was meant is taken back. */
export interface WithdrawView extends LinkView {
  revision: number;
}

/** The question before a link is closed on a machine. */
export interface CloseLinkView extends LinkView {
  /** The script that looks for what was not sent; without one nothing was kept either. */
  closeScript: string | null;
}

/** A link that was closed: nothing is known of it any more but its address. */
export interface ClosedLinkView {
  language: string;
  nonce: string;
  base: string;
  /** Whether the address itself opens the link, so that it has to go from the browser's history too. */
  opensByAddress: boolean;
  /** Whether it was said that what was not sent may go. */
  mayDrop: boolean;
  closeScript: string | null;
}

/** A page that says that something is not to be had, and what to do: unknown link, expired, revoked, closed, too large. */
export interface MessageView {
  language: string;
  /** Those to choose from; absent on the answer to a form, which a change of language would lose. */
  languages?: string[];
  nonce: string;
  title: string;
  body: string[];
  /** The page's script, which may still have what was not sent; `link` is empty, for the one of the address. */
  script?: { src: string; link: string } | null;
  /** Stable problem code, shown small so that a clerk can read it out on the telephone. */
  code: string;
  action?: { href: string; label: string };
  /** What was typed and could not be saved, shown so that nothing has to be typed again from memory. */
  kept?: { label: string; value: string }[];
}

/** What a link that asks for its PIN says before anything else: whose it is, and no figure. */
export interface PinPrompt {
  base: string;
  unit: { name: string; kindLabel: string };
  round: { name: string };
  /** Where the right PIN leads, within `base`. */
  next: string;
  /** Until when no PIN is taken, ISO 8601 UTC; null when one is. */
  lockedUntil: string | null;
}

export interface PinView extends PinPrompt {
  language: string;
  /** Those to choose from; absent on the answer to a form. */
  languages?: string[];
  nonce: string;
  code: string;
  /** What is wrong with the PIN that was typed: its form, or a sentence of the worker's; null before the first try. */
  error: 'format' | (string & {}) | null;
  /** How many more tries there are before the first lock; null when it is not worth saying. */
  triesLeft: number | null;
  /** What was typed on another page and could not be saved for want of the PIN. */
  kept: { label: string; value: string }[];
}
