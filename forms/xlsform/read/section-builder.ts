import type { Level } from '../../definition/schema.ts';
import { combineRelevants } from './combine-relevants.ts';
import type { Draft } from './read-row.ts';
import type { Place, Reader } from './reader.ts';

/** The sections of a form as they grow, row by row. */
export class SectionBuilder {
  readonly sections: (Draft & { questions: Draft[] })[] = [];
  private readonly reader: Reader;
  private readonly taken: Set<string>;
  /** The section of questions that stand in no group, while no other section has begun since. */
  private loose: number | null = null;

  /** `names` are those that the workbook uses, which a section of our own making must not take. */
  constructor(names: Iterable<string>, reader: Reader) {
    this.taken = new Set(names);
    this.reader = reader;
  }

  /**
   * A section for a group at the top or directly inside the villages' repeat; gives its number. Its own row has been noted as its
   * source by whoever read it.
   */
  begin(name: string, level: Level, label: Draft, relevants: (string | undefined)[], place: Place): number {
    const relevant = combineRelevants(relevants, place, this.reader);
    const section = { name, level, label, ...(relevant !== undefined && { relevant }), questions: [] };
    const at = this.sections.push(section) - 1;
    if (relevants.filter((one) => one !== undefined).length > 1)
      this.reader.sources.add(`sections.${at}.relevant`, place);
    this.loose = null;
    return at;
  }

  /** A section that has no row of its own; what is wrong with it is said of the row that made it necessary. */
  beginUnstated(name: string, level: Level, label: Draft, relevant: string | undefined, place: Place): number {
    this.reader.sources.add(`sections.${this.sections.length}`, place);
    return this.begin(name, level, label, [relevant], place);
  }

  /** The section for a question that stands in no group. */
  outside(place: Place): number {
    this.loose ??= this.beginUnstated(this.unusedName('commune'), 'commune', this.generalLabel(), undefined, place);
    return this.loose;
  }

  /** The path that the next question of a section will have. */
  nextPath(section: number): string {
    return `sections.${section}.questions.${this.sections[section]!.questions.length}`;
  }

  add(section: number, question: Draft): void {
    this.sections[section]!.questions.push(question);
  }

  /** In those of the form's languages that it can be given in. */
  private generalLabel(): Draft {
    const { languages, usesPlainLanguage, plainLanguage } = this.reader;
    const used = Object.entries(general).filter(
      ([code]) => languages.has(code) || (usesPlainLanguage && code === plainLanguage),
    );
    return used.length > 0 ? Object.fromEntries(used) : general;
  }

  private unusedName(name: string): string {
    let free = name;
    for (let n = 2; this.taken.has(free); n++) free = `${name}_${n}`;
    this.taken.add(free);
    return free;
  }
}

/** The label of a section that the workbook does not name. */
const general = { vi: 'Thông tin chung', en: 'General information' };
