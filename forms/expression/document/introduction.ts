import { digestAlgorithms } from '../form/scope.ts';
import { MAX_HEIGHT, MAX_LENGTH, MAX_NESTING } from '../parse.ts';

/** What stands before the lists that are made from the parser and the registry. */
export const introduction = `# Expressions

An expression is a formula in a form: when a question is asked (\`relevant\`), which answers are accepted (\`constraint\`), what is worked out (\`calculation\`), and, in the rules of a plan, whether a criterion is met. They are written as in XLSForm, and mean what the [ODK XForms specification](https://getodk.github.io/xforms-spec/) says they mean. Where that is not so, the table below says it.

Try one out: \`npm run forms -- eval '\${addicts_with_file} <= \${addicts_total}' values.json\`.

*This page is made from the registry of functions by \`npm run expressions\`. Change it there.*

## What an expression is made of

| written | meaning |
| --- | --- |
| \`12\`, \`0.3\`, \`.5\` | a number, with a point; no thousands separator and no exponent |
| \`'yes'\`, \`"yes"\` | text, in straight quotes of either kind; there is no way to put a quote of the same kind inside |
| \`\${addicts_total}\` | the answer to the question of that name, an attribute of the commune or a named calculation |
| \`.\` | the answer to the question that the expression belongs to |
| \`..\` | the village that the question is asked of, only in \`position(..)\` |
| \`province\` | a bare name: in a \`choice_filter\`, a column of the choice list |
| \`round(\${x}, 2)\` | a function with its arguments |
| \`( )\` | what is worked out first |

There are no paths (\`/data/x\`, \`../x\`), no \`[ ]\` and no \`|\`. An expression has at most ${MAX_LENGTH.toLocaleString('en')} characters, ${MAX_NESTING} levels of parentheses and ${MAX_HEIGHT} operations in a chain; a longer one is better split into named calculations.`;

export const coercions = `## When one kind of value stands where another is wanted

In a form, as in XPath 1.0:

| wanted | given | result |
| --- | --- | --- |
| a number | text | the number it is written as; a date is its days since 1970-01-01; anything else, a blank too, is no number (NaN) |
| a number | true, false | 1, 0 |
| a condition | text | true unless it is blank: \`'no'\` and \`'false'\` are true, so compare (\`\${x} = 'yes'\`) |
| a condition | a number | true unless it is 0 or NaN |
| text | a number | its digits, without an exponent |
| text | several choices | their names with spaces between |

- **A blank is blank, not 0.** \`\${x} + 1\` is NaN while \`\${x}\` has no answer; write \`coalesce(\${x}, 0)\` where blank means none.
- **NaN is never less than, equal to or greater than anything**, so a comparison with a blank number is false. \`!=\` is true.
- \`=\` and \`!=\` compare as conditions if either side is one, else as numbers if either side is one, else as text.
- \`<\`, \`<=\`, \`>\` and \`>=\` always compare numbers, and so dates: \`\${as_of} >= '2025-01-01'\`.
- The time of a date-time is read as its clock shows it and its offset is dropped, because everyone who fills in one form shares one clock. \`decimal-date-time()\` alone minds the offset.`;

export const modes = `## Two modes

**Form mode** is for what happens while a unit's questions are answered: \`relevant\`, \`required\`, \`readonly\`, \`constraint\`, \`calculation\`, \`choice_filter\` and the checks across questions. An expression reads the answers of its own unit, commune or village, and nothing else. Numbers are computed as in every spreadsheet, so \`0.1 + 0.2 = 0.3\` is false.

**Score mode** is for criteria, classes and named calculations of a commune. Numbers are exact fractions: \`0.1 + 0.2 = 0.3\` is true, and no rounding ever decides a threshold. An expression reads the commune's answers, its attributes and earlier calculations by name, and its villages' answers inside a function that goes over the villages:

| | over the expected villages |
| --- | --- |
| \`sum(\${addicts_total})\` | the total |
| \`min(\${months_with_comms}) >= 10\` | the least; so every village has at least 10 |
| \`all(\${hotline_board} = 'yes')\` | true of every village |
| \`any(\${hotspots} > 0)\` | true of at least one |
| \`count-if(\${addicts_total} > 0)\` | of how many it is true |
| \`all(\${addicts_total} <= baseline(\${addicts_total}))\` | each village against itself in another round |
| \`previous(sum(\${addicts_with_file}))\` | the villages of the previous round, not of this one |

Such a function has one argument and stands in no other of its kind. With several arguments, \`sum\`, \`min\`, \`max\` and \`count\` go over these instead: \`max(\${a} - \${b}, 0)\`.

### What is unknown in score mode

A village that has not answered, a question left blank and a round that does not exist are *unknown*, never 0. An unknown number is some count from 0 up, an unknown choice any choice, and each result says only what holds of everything that it could still turn out to be:

- A number is known between bounds. With 4 addicts in two villages and one village missing, \`sum(\${addicts_total})\` is 4 or more.
- A condition is true, false or undetermined. \`sum(\${addicts_total}) = 0\` is then already false, \`sum(\${addicts_total}) >= 4\` already true, and \`sum(\${addicts_total}) <= 10\` undetermined.
- \`and\` is false as soon as one side is, \`or\` is true as soon as one side is, whatever is not known of the other. \`checklist(3, -1, …)\` is true once three conditions are, and false once three no longer can be.
- More answers can settle a verdict and never turn it round.
- A question that was not asked, because it is not relevant, is not unknown: it counts as 0, as blank text or as false.
- \`yes\`, \`true\`, \`1\` and \`OK\` are true where a condition is wanted; \`no\`, \`false\`, \`0\` and blank are false; other text decides nothing.
- Dividing by what may be 0 says nothing.`;

export const sources = `## What comes from outside

The clock (\`today\`, \`now\`), chance (\`random\`, \`uuid\`), hashes (\`digest\`: ${digestAlgorithms.join(', ')}) and the place of a village (\`position\`) are given by the program that evaluates the form. Where one is not given, the function is blank.

## Regular expressions

\`regex()\` knows literals, \`.\`, classes (\`[a-z]\`, \`[^0-9]\`, \`\\d \\w \\s\` and their opposites \`\\D \\W \\S\`, \`\\p{L}\` and other Unicode properties), groups, \`|\`, \`? * + {2} {2,} {2,5}\`, and \`^ $ \\b \\B\`. It works on whole characters, so \`.\` is one letter with its accents, unless they were typed as characters of their own. \`\\w\` and \`[a-z]\` are the letters without accents: for Vietnamese words write \`\\p{L}\`. Backreferences, lookaround and flags do not exist, which is why a search takes time in proportion to the text, whatever the pattern. A pattern that cannot be used is an error when it is written in quotes; one that is put together while the form runs matches nothing.`;
