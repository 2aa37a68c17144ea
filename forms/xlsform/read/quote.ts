/** How much of a cell a sentence quotes. */
const LONGEST = 80;

/** Text of the workbook inside a sentence, in quotation marks and cut short: a cell may hold pages. */
export function quote(text: string): string {
  return `“${text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text}”`;
}
