import { type Choice, describeCondition, type Question, type Section, textIn } from '../../../forms/index.ts';
import { unitName, unitTitle } from '../../ui/unit-title.ts';
import { langOf } from '../language.ts';
import { isPrinted, questionNumbers, roman, sectionsOf } from './numbering.ts';
import { PrintQuestion } from './print-question.tsx';
import { printTextOf } from './text.ts';
import type { PrintUnit, PrintView } from './view.ts';

/** One unit's part: all sections in the empty form, in the filled one what is asked of it. */
export function PrintUnitPart({ view, unit, position }: { view: PrintView; unit: PrintUnit; position: number }) {
  const text = printTextOf(view.language);
  const sections = sectionsOf(view.definition, unit.level);
  const title = unit.level === 'commune' ? text.commonPart(unitName(unit)) : unitTitle(unit);
  if (sections.length === 0) return null;
  return (
    <section class="unit">
      <h2>{`${roman(position)}. ${title}`}</h2>
      {sections.map((section, index) => (
        <PrintSection key={section.name} view={view} unit={unit} section={section} position={index + 1} />
      ))}
    </section>
  );
}

interface PrintSectionProps {
  view: PrintView;
  unit: PrintUnit;
  section: Section;
  position: number;
}

function PrintSection({ view, unit, section, position }: PrintSectionProps) {
  const { definition, filled, language } = view;
  const text = printTextOf(language);
  const asked = section.questions.filter(
    (question) => isPrinted(question) && (!filled || unit.relevant.has(question.name)),
  );
  if (asked.length === 0) return null;
  const numbers = questionNumbers(definition, unit.level);
  const inWords = (relevant: string | undefined) =>
    filled || relevant === undefined
      ? null
      : describeCondition(relevant, {
          definition,
          level: unit.level,
          language,
          nameOf(question) {
            const number = numbers.get(question.name);
            return number === undefined ? null : text.named(number, textIn(question.label, language));
          },
        });
  const condition = inWords(section.relevant);
  return (
    <section>
      <h3 lang={langOf(section.label, language)}>{`${position}. ${textIn(section.label, language)}`}</h3>
      {condition !== null && <p class="condition">{text.sectionOnlyIf(condition)}</p>}
      {asked.map((question) => {
        const when = inWords(question.relevant);
        return (
          <PrintQuestion
            key={question.name}
            question={question}
            number={numbers.get(question.name)}
            condition={when === null ? null : text.onlyIf(when)}
            unit={unit}
            choices={choicesOf(view, unit, question)}
            filled={filled}
            language={language}
          />
        );
      })}
    </section>
  );
}

/** The whole list on the empty form; on the filled one what a `choice_filter` left of it. */
function choicesOf({ definition, filled }: PrintView, unit: PrintUnit, { name, choices }: Question): Choice[] {
  const all = choices === undefined ? [] : (definition.choices[choices] ?? []);
  return filled ? (unit.choices[name] ?? all) : all;
}
