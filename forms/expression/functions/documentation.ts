/** What people are told of a function. It stands apart from the functions, because a page that is filled in does not need it. */
export interface Documentation {
  /** One line for the editor and the page about expressions. */
  doc: string;
  /** Where the function differs in a form from the ODK XForms specification, and why if it is not plain. */
  deviation?: string;
}

/** By name, in the order of the registry. */
export const documentation: Readonly<Record<string, Documentation>> = {
  if: {
    doc: 'The second argument when the first is true, else the third.',
    deviation: 'The result keeps its type, where the specification makes it text.',
  },
  coalesce: {
    doc: 'The first argument that is not blank. While scoring, an unknown one may still turn out to be any of those after it.',
    deviation: 'Takes two arguments or more, where the specification has exactly two.',
  },
  once: { doc: 'The question’s own answer if it has one, else the argument.' },
  true: { doc: 'The value true.' },
  false: { doc: 'The value false.' },
  not: { doc: 'True when the argument is false, and the other way round.' },
  boolean: { doc: 'The argument as true or false: blank text, 0 and what is no number are false.' },
  'boolean-from-string': { doc: "True for the texts 'true' and '1', else false." },
  checklist: {
    doc: 'Whether at least min and at most max of the conditions are true; -1 sets no limit.',
    deviation:
      'What is true as in if() counts; the specification says what is a number above 0, and ODK’s guide the word yes.',
  },
  'weighted-checklist': {
    doc: 'Whether the weights of the true conditions add up to at least min and at most max; -1 sets no limit.',
    deviation:
      'What is true as in if() counts; the specification says what is a number above 0, and ODK’s guide the word yes.',
  },
  selected: {
    doc: 'Whether a select question has the choice of that name among its answers.',
    deviation: 'Spaces around the choice do not count.',
  },
  'selected-at': {
    doc: 'The name of the choice at a place among those selected, counted from 0; blank when there are not so many.',
  },
  'count-selected': { doc: 'How many choices are selected.' },
  'jr:choice-name': {
    doc: "The label of a choice, of the question named in quotes: jr:choice-name(${q}, '${q}'). Several labels are parted by commas.",
    deviation: 'Takes several choices too, where the specification has one.',
  },
  string: { doc: 'The argument as text; without one, the text of the question itself.' },
  concat: {
    doc: 'The arguments written one after another.',
    deviation: 'Takes no node-sets, and gives blank text without arguments.',
  },
  join: {
    doc: 'The second and further arguments with the first between them; a list gives each of its choices.',
    deviation: 'Takes values one by one as well as a list, instead of a node-set.',
  },
  'string-length': {
    doc: 'How many characters the text has; without an argument, the text of the question itself.',
    deviation: 'The argument may be left out, as in XPath 1.0 and ODK’s guide.',
  },
  'normalize-space': { doc: 'The text without spaces at its ends and with single ones between words.' },
  substr: {
    doc: 'The characters from a place, counted from 0, up to but not including another; a negative place counts from the end.',
    deviation: 'A negative place counts from the end, as ODK’s clients have it.',
  },
  'substring-before': { doc: 'The part of the first text before the second, blank when it is not in it.' },
  'substring-after': { doc: 'The part of the first text after the second, blank when it is not in it.' },
  contains: { doc: 'Whether the second text is in the first.' },
  'starts-with': { doc: 'Whether the first text begins with the second.' },
  'ends-with': { doc: 'Whether the first text ends with the second.' },
  regex: {
    doc: 'Whether a part of the text matches the regular expression; ^ and $ make it the whole text.',
    deviation:
      'ODK Collect matches the whole text, which the specification does not ask for; ^…$ gives the same result everywhere. No backreferences, lookaround or flags.',
  },
  translate: {
    doc: 'The text with each character of the second argument replaced by the one at its place in the third, or removed.',
  },
  'upper-case': { doc: 'The text in capitals.', deviation: 'XPath 2.0’s; the ODK specification does not list it.' },
  'lower-case': {
    doc: 'The text in small letters.',
    deviation: 'XPath 2.0’s; the ODK specification does not list it.',
  },
  number: {
    doc: 'The argument as a number; what is no number is not greater, less or equal to any.',
    deviation:
      'The argument may not be left out. The time of a date-time is read as its clock shows it, whatever its offset.',
  },
  int: { doc: 'The whole part of a number: the fraction is dropped towards 0.' },
  floor: {
    doc: 'The greatest whole number that is not above the argument.',
    deviation: 'XPath 1.0’s; the ODK specification does not list it.',
  },
  ceiling: {
    doc: 'The least whole number that is not below the argument.',
    deviation: 'XPath 1.0’s; the ODK specification does not list it.',
  },
  round: {
    doc: 'The number rounded half up, to a whole number or to so many decimal places.',
    deviation: 'Rounds the decimal as it is written, so that 1.005 to two places is 1.01, and to 30 places at most.',
  },
  abs: { doc: 'The number without its sign.' },
  pow: { doc: 'The first number raised to the power of the second.' },
  sqrt: { doc: 'The square root.' },
  exp: { doc: 'e raised to the power of the number.' },
  exp10: { doc: '10 raised to the power of the number.' },
  log: { doc: 'The natural logarithm.' },
  log10: { doc: 'The logarithm to base 10.' },
  random: { doc: 'A random number from 0 up to, not including, 1.' },
  pi: { doc: 'π, the circumference of a circle over its diameter.' },
  sin: { doc: 'The sine of an angle in radians.' },
  cos: { doc: 'The cosine of an angle in radians.' },
  tan: { doc: 'The tangent of an angle in radians.' },
  asin: { doc: 'The angle in radians with that sine.' },
  acos: { doc: 'The angle in radians with that cosine.' },
  atan: { doc: 'The angle in radians with that tangent.' },
  atan2: { doc: 'The angle in radians from the x axis to the point (x, y), given as y, x.' },
  today: { doc: 'Today’s date.' },
  now: { doc: 'The present date and time.' },
  date: { doc: 'The date written as text, or so many days after 1970-01-01; blank when it is none.' },
  'date-time': {
    doc: 'The date and time written as text, or so many days after 1970-01-01 UTC; blank when it is none.',
    deviation: 'ODK Collect’s; the ODK specification does not list it. The offset from UTC stays as it was written.',
  },
  'decimal-date-time': {
    doc: 'How many days a date and time is after 1970-01-01 UTC, with the part of the day as a fraction.',
    deviation: 'A date or time without an offset is taken as UTC, because the engine knows no time zone.',
  },
  'decimal-time': {
    doc: 'A time of day as a part of the day: noon is 0.5.',
    deviation: 'The time is read as its clock shows it, whatever its offset; the time of a date-time will do too.',
  },
  'format-date': {
    doc: 'A date in a pattern: %Y %y year, %m %n month, %d %e day (%n and %e without a leading 0), %b month and %a day in letters.',
    deviation: 'Names of months and days are English in every language; write numbers instead.',
  },
  'format-date-time': {
    doc: 'A date and time in a pattern: those of format-date, and %H %h hour, %M minute, %S second, %3 millisecond.',
    deviation: 'Names of months and days are English in every language; write numbers instead.',
  },
  sum: {
    doc: 'The total. Over villages, one that has not answered leaves it without an upper bound.',
    deviation:
      'Takes numbers one by one instead of a node-set, and leaves blanks and words out, where XPath 1.0 would give NaN.',
  },
  min: {
    doc: 'The least of the numbers; blanks do not count in a form.',
    deviation: 'Takes numbers one by one, and leaves blanks and words out, where XPath 3.0 would give NaN.',
  },
  max: {
    doc: 'The greatest of the numbers; blanks do not count in a form.',
    deviation: 'Takes numbers one by one, and leaves blanks and words out, where XPath 3.0 would give NaN.',
  },
  count: {
    doc: 'How many arguments there are; over villages, how many have an answer.',
    deviation: 'Counts its arguments, because a form has no node-sets.',
  },
  'count-non-empty': {
    doc: 'How many arguments are not blank.',
    deviation: 'Counts its arguments, because a form has no node-sets.',
  },
  'count-if': { doc: 'How many villages the condition is true of.' },
  all: { doc: 'Whether the condition is true of every expected village; true of none.' },
  any: { doc: 'Whether the condition is true of at least one expected village; false of none.' },
  'count-villages': { doc: 'How many villages are expected.' },
  previous: { doc: 'The expression as it was in the previous round.' },
  baseline: { doc: 'The expression as it was when the unit was enrolled.' },
  uuid: {
    doc: 'A new random identifier: a UUID, or so many random characters. Put it in once() so that it stays the same.',
    deviation: 'So many characters are hexadecimal digits, from 1 to 1,000; any other length gives blank text.',
  },
  digest: {
    doc: 'The hash of a text by MD5, SHA-1, SHA-256, SHA-384 or SHA-512, in base64 unless the encoding is hex.',
    deviation: 'An algorithm or encoding that does not exist gives blank text instead of stopping the form.',
  },
  position: {
    doc: 'The place of the village among those of the round, from 1 on: position(..). Blank for the commune.',
    deviation: 'Takes no argument but .., because villages are all that a form repeats.',
  },
};
