import { formatDay, formatTime } from '../ui/format.ts';
import { reasonKind } from './reason.ts';
import type { PlatformText } from './text.ts';
import type { ProvinceLine } from './view.ts';

const isBehind = ({ status, schemaVersion, schemaNeeded }: ProvinceLine) =>
  (status === 'in_service' || status === 'suspended') && schemaVersion < schemaNeeded;

/** Whether the province's people can work: a database that is behind keeps them out. */
export const isInService = (line: ProvinceLine): boolean => line.status === 'in_service' && !isBehind(line);

/** Whether an operator has something to do or to wait for. */
export const needsCare = (line: ProvinceLine): boolean =>
  line.status === 'being_made' || line.job !== null || isBehind(line);

/** What a province is now, and what keeps it from being in service, in words. */
export function StateOf({ line, text }: { line: ProvinceLine; text: PlatformText }) {
  const { status } = line;
  return (
    <>
      <p class={`fleet-state ${isBehind(line) ? 'behind' : status}`}>{stateWords(line, text)}</p>
      {isBehind(line) && <p class="fleet-trouble">{text.schemaBehind}</p>}
      <Job line={line} text={text} />
    </>
  );
}

function stateWords(line: ProvinceLine, text: PlatformText): string {
  const { status, suspendedAt, deleteAfter, deletedAt } = line;
  if (status === 'suspended' && suspendedAt) return text.suspendedOn(formatDay(suspendedAt));
  if (status === 'to_be_deleted' && deleteAfter) {
    return text.deletedAfter(formatTime(deleteAfter), formatDay(deleteAfter));
  }
  if (status === 'deleted' && deletedAt) return text.deletedOn(formatDay(deletedAt));
  return text.states[isInService(line) || status !== 'in_service' ? status : 'behind'];
}

function Job({ line: { job }, text }: { line: ProvinceLine; text: PlatformText }) {
  if (!job) return null;
  const [kind, step] = [text.jobs[job.kind], text.steps[job.step]];
  if (job.running) return <p>{text.running(kind, step)}</p>;
  if (job.error === null) return <p>{text.waiting(kind, step)}</p>;
  return (
    <>
      <p class="fleet-trouble">
        {text.failed(kind, step)} {text.reasons[reasonKind(job.error)]}
      </p>
      <p class="hint">
        {job.changedAt && `${text.failedAt(formatTime(job.changedAt), formatDay(job.changedAt))} `}
        {text.said}: <code>{job.error}</code>
      </p>
    </>
  );
}

/** Where a province's database is: with whom, and in which group of theirs. */
export function hostWords({ databaseHost, group }: ProvinceLine, text: PlatformText): string {
  if (databaseHost === null) return text.byHand;
  const host = text.hosts[databaseHost];
  return group ? text.inGroup(host, group) : host;
}
