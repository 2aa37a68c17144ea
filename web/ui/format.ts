import { formatNumber } from '../../forms/index.ts';

/** Viet Nam has kept UTC+7 without summer time since 1975, so local time is a shift and needs no time-zone tables. */
const HANOI_OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** A share in percent with one decimal, cut and never rounded up, so that 99.96 % does not read as 100 %. */
export function formatShare(numerator: number, denominator: number, language: string): string {
  return `${formatNumber(Math.floor((numerator / denominator) * 1000 + 1e-9) / 10, language)} %`;
}

/** A calendar date `YYYY-MM-DD` as `dd/MM/yyyy`; anything else is given back as it is. */
export function formatDate(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  return year ? `${day}/${month}/${year}` : date;
}

/** The day of an instant (ISO 8601) in Viet Nam, `dd/MM/yyyy`. */
export function formatDay(instant: string): string {
  return formatDate(hanoi(Date.parse(instant)).slice(0, 10));
}

/** The time of an instant (ISO 8601) in Viet Nam, `HH:mm`. */
export function formatTime(instant: string): string {
  return hanoi(Date.parse(instant)).slice(11, 16);
}

export interface Deadline {
  /** The last day on which answers are taken, `dd/MM/yyyy`. */
  day: string;
  /** `HH:mm` when it ends before the day does, else null: the day counts to its end. */
  time: string | null;
  /** Calendar days left in Viet Nam: 0 on the last day, negative once it is over. */
  daysLeft: number;
}

/**
 * When an instant closes something: midnight of 12 June closes at the end of 11 June ("trước ngày 12/6" is exclusive), so
 * that is the day shown.
 */
export function deadline(closesAt: string, now: string): Deadline {
  const closing = Date.parse(closesAt);
  const last = hanoi(closing - 1).slice(0, 10);
  const today = hanoi(Date.parse(now)).slice(0, 10);
  const daysLeft = Math.round((Date.parse(last) - Date.parse(today)) / DAY_MS);
  const time = hanoi(closing).slice(11, 16);
  return {
    day: formatDate(last),
    time: time === '00:00' ? null : time,
    daysLeft: daysLeft === 0 && Date.parse(now) >= closing ? -1 : daysLeft,
  };
}

/** ISO 8601 text whose fields are those of the clock in Hà Nội. */
function hanoi(instantMs: number): string {
  return new Date(instantMs + HANOI_OFFSET_MS).toISOString();
}
