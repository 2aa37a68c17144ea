import type { Answers, CommuneInput, FormDefinition, Level, Value } from '../../forms/index.ts';
import type { Comment } from './assemble.ts';
import type { Period } from './judge.ts';
import type { SubmissionView } from './view.ts';

/** A file as `{base}/api/file` gives it to the page's script. */
export interface FillFile {
  now: string;
  /** `definition` is left out where the asker has the one with this hash. */
  form: { versionId: string; hash: string; definition?: FormDefinition };
  round: {
    id: string;
    name: string;
    dueAt: string | null;
    closesAt: string | null;
    previousName: string | null;
    /** The days that the figures are about, where the round says so. */
    period: Period | null;
  };
  link: { unitId: string; level: Level; canSubmit: boolean };
  commune: { id: string; name: string; kindLabel: string; attributes: Record<string, Value> };
  submission: SubmissionView;
  editable: boolean;
  /** The problem that saving meets now, by its code. */
  refusal: string | null;
  units: FillUnit[];
  /** What the reviewer wrote when returning the file. */
  comments: Omit<Comment, 'id'>[];
  /** What `previous()` and `baseline()` of the form's rules read; empty on a village's link. */
  earlier: Pick<CommuneInput, 'previous' | 'baseline' | 'partlyMerged'>;
}

export interface FillUnit {
  id: string;
  name: string;
  kindLabel: string;
  level: Level;
  answers: Answers;
  raw: Record<string, string>;
  /** What the form answers itself in a unit that nobody has saved yet. */
  defaults: Answers;
  revision: number;
  savedAt: string | null;
  previous: Answers | null;
  baseline: Answers | null;
}
