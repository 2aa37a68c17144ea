import type { Level } from '../../definition/schema.ts';
import { combineRelevants } from './combine-relevants.ts';
import { quote } from './quote.ts';
import type { Draft } from './read-row.ts';
import type { Place, Reader } from './reader.ts';
import type { SectionBuilder } from './section-builder.ts';

/** What a row that begins a group or a repeat says. */
export interface GroupRow {
  name: string;
  level: Level | undefined;
  label: Draft;
  relevant: string | undefined;
  place: Place;
}

/** A group or a repeat that has begun and not yet ended. */
interface OpenGroup extends GroupRow {
  control: 'group' | 'repeat';
  /** The level of the questions inside. */
  inside: Level;
  /** The section that its questions go to; null for a repeat in which no question stands directly yet. */
  section: number | null;
  /** The conditions of the groups that are open inside that section, put together. */
  inner: string | undefined;
}

const villageNames =
  /^(villages?|thon|ban|thon_ban|thon_ban_tdp|cac_thon|xom|ap|khom|ap_khom|khu_pho|to_dan_pho|buon|lang)$/i;
/** Deeper groups are an accident; their conditions would only grow. */
const MAX_DEPTH = 50;

/** Whether a repeat goes over the commune's villages: it says so in `level`, or is named after them. */
export function isVillages({ name, level }: Pick<GroupRow, 'name' | 'level'>): boolean {
  return level === undefined ? villageNames.test(name) : level === 'village';
}

/** Follows the groups and repeats of a survey as they begin and end, and puts each question into its section. */
export class SurveyGroups {
  readonly builder: SectionBuilder;
  private readonly reader: Reader;
  private readonly open: OpenGroup[] = [];

  constructor(builder: SectionBuilder, reader: Reader) {
    this.builder = builder;
    this.reader = reader;
  }

  /** The condition of the groups around the next question, as far as its section does not state it. */
  get condition(): string | undefined {
    return this.open.at(-1)?.inner;
  }

  /** Where a section that begins now would stand. */
  pathOfNextSection(): string {
    return `sections.${this.builder.sections.length}`;
  }

  pathOfNextQuestion(place: Place): string {
    return this.builder.nextPath(this.section(place));
  }

  add(question: Draft, place: Place): void {
    this.builder.add(this.section(place), question);
  }

  /** A group at the top or directly inside the villages is a section; any other is taken apart into the one around it. */
  beginGroup(group: GroupRow): void {
    const parent = this.open.at(-1);
    const inside = this.levelInside(group, parent);
    if (parent?.control === 'group') {
      this.flatten(group, parent, inside);
      return;
    }
    const relevants = parent ? [parent.relevant, group.relevant] : [group.relevant];
    const section = this.builder.begin(group.name, inside, group.label, relevants, group.place);
    this.push({ ...group, control: 'group', inside, section, inner: undefined });
  }

  beginVillages(repeat: GroupRow): void {
    if (this.open.some(({ inside }) => inside === 'village')) {
      this.refuseRepeat(repeat);
      return;
    }
    const around = this.open.map(({ relevant }) => relevant);
    const relevant = combineRelevants([...around, repeat.relevant], repeat.place, this.reader);
    this.push({ ...repeat, relevant, control: 'repeat', inside: 'village', section: null, inner: undefined });
  }

  /** Reports a repeat that is not over villages, and goes on as if it were a group, so that its rows are checked too. */
  refuseRepeat(repeat: GroupRow): void {
    this.reader.error(
      'repeat_refused',
      repeat.place,
      `nhóm lặp ${quote(repeat.name)} không được hỗ trợ; chỉ lặp theo thôn, bản (tên “villages”, hoặc cột level ghi “village”).`,
      `the repeat ${quote(repeat.name)} is not supported; only villages repeat (named “villages”, or with “village” in the column level).`,
    );
    this.beginGroup({ ...repeat, level: undefined });
    this.open.at(-1)!.control = 'repeat';
  }

  end(control: OpenGroup['control'], name: string, place: Place): void {
    const group = this.open.at(-1);
    if (group?.control !== control) {
      this.reader.error(
        'unmatched_end',
        place,
        `end_${control} này không có begin_${control} tương ứng.`,
        `this end_${control} has no begin_${control} that it closes.`,
      );
      return;
    }
    this.open.pop();
    if (name === '' || name === group.name) return;
    this.reader.warning(
      'end_name_differs',
      place,
      `dòng này đóng nhóm ${quote(group.name)} (dòng ${group.place.row}) nhưng lại ghi tên ${quote(name)}.`,
      `this row closes ${quote(group.name)} (row ${group.place.row}) but names ${quote(name)}.`,
    );
  }

  /** At the end of the sheet: what is still open was never closed. */
  close(): void {
    for (const { control, name, place } of this.open) {
      this.reader.error(
        'unclosed_group',
        place,
        `begin_${control} ${quote(name)} chưa được đóng bằng end_${control}.`,
        `the begin_${control} ${quote(name)} is never closed by an end_${control}.`,
      );
    }
  }

  private section(place: Place): number {
    const group = this.open.at(-1);
    if (!group) return this.builder.outside(place);
    const { name, inside, label, relevant } = group;
    group.section ??= this.builder.beginUnstated(name, inside, label, relevant, group.place);
    return group.section;
  }

  private flatten(group: GroupRow, parent: OpenGroup, inside: Level): void {
    const { name, label, place } = group;
    this.reader.warning(
      'nested_group',
      place,
      `nhóm ${quote(name)} nằm trong nhóm ${quote(parent.name)} nên được gộp vào đó: tiêu đề thành một ghi chú, relevant áp dụng cho từng câu hỏi bên trong.`,
      `the group ${quote(name)} stands inside ${quote(parent.name)} and becomes a part of it: its label a note, its relevant one of each question inside.`,
    );
    const inner = combineRelevants([parent.inner, group.relevant], place, this.reader);
    this.push({ ...group, control: 'group', inside, section: this.section(place), inner });
    if (Object.keys(label).length === 0) return;
    this.reader.sources.add(this.pathOfNextQuestion(place), place);
    this.add({ type: 'note', name, label, ...(inner !== undefined && { relevant: inner }) }, place);
  }

  private push(group: OpenGroup): void {
    if (this.open.push(group) <= MAX_DEPTH) return;
    group.relevant = undefined;
    group.inner = undefined;
    this.reader.error(
      'nested_too_deep',
      group.place,
      `các nhóm lồng nhau quá ${MAX_DEPTH} lớp.`,
      `groups stand inside one another more than ${MAX_DEPTH} deep.`,
    );
  }

  /** The level of a group's questions: its own, when nothing around it says otherwise. */
  private levelInside({ level, place }: GroupRow, parent: OpenGroup | undefined): Level {
    const around = parent?.inside;
    if (around !== undefined && level !== undefined && level !== around) {
      this.reader.error(
        'level_differs',
        place,
        `nhóm ghi level “${level}” nhưng nằm trong phần ở cấp “${around}”.`,
        `the group has the level “${level}” but stands inside one of the level “${around}”.`,
      );
    }
    return around ?? level ?? 'commune';
  }
}
