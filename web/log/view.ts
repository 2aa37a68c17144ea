import type { PageView } from '../console/view.ts';

/** One thing that an event is about, or who acted: by its kind and id, with the name that it has today. */
export interface Named {
  kind: string;
  id: string;
  name: string | null;
}

export interface LogRow {
  number: number;
  at: string;
  act: string;
  actor: Named & { role: string | null };
  /** The subject as it is recorded, for filtering, and in its parts. */
  subject: string;
  parts: Named[];
  requestId: string;
  detail: [name: string, value: string][];
}

/** As they stand in the address; days are YYYY-MM-DD, both included. */
export interface LogFilter {
  act: string;
  subject: string;
  actor: string;
  from: string;
  to: string;
}

export interface LogView extends PageView {
  /** The province whose log it is; null for the log of accounts, roles and provinces. */
  province: { code: string; name: string } | null;
  /** The page of the province, or of the service, that the reader may open. */
  home: string;
  /** The address of this page. */
  path: string;
  filter: LogFilter;
  rows: LogRow[];
  /** The page of older events. */
  next: string | null;
  /** Of this page's events. */
  csv: string;
  /** The last seal; null before the first. */
  sealed: { number: number; at: string; hash: string; checkpoint: string } | null;
  /** Events behind the last seal. */
  unsealed: number;
}
