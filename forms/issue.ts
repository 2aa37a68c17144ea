/** A piece of text in several languages, by BCP 47 code: `{ vi: 'Số hộ', en: 'Households' }`. */
export type Labels = Record<string, string>;

/** A half-open span of characters in an expression's source, for an editor to underline. */
export interface Range {
  start: number;
  end: number;
}

/**
 * Something wrong with a definition, an expression or an answer. The engine returns issues and throws only on its own bugs.
 *
 * - `code` is stable and lower_snake_case; programs match on it.
 * - `path` says where: in a definition `sections.0.questions.3.relevant`, in answers the question's name.
 * - `message` is a plain sentence for a person, in Vietnamese and English.
 * - `range` stands in the expression at `path`, where there is one.
 * - `rule` is the id of the check that was broken; `related` names the other questions it compared.
 */
export interface Issue {
  code: string;
  severity: 'error' | 'warning';
  path: string;
  message: { vi: string; en: string };
  range?: Range;
  rule?: string;
  related?: string[];
}
