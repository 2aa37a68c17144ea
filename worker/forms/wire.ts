import * as v from 'valibot';
import { FormDefinitionSchema } from '../../forms/definition/schema.ts';
import type { formVersions } from '../db/province/forms.ts';
import { Id, Labels, Timestamp } from '../http/wire.ts';

/** Either a whole definition, or the name of a template to start from. */
export const NewFormVersion = v.union([
  v.strictObject({ definition: v.record(v.string(), v.unknown()) }),
  v.strictObject({ template: v.string() }),
]);

export const FormVersionWire = v.object({
  id: Id,
  formId: Id,
  key: v.string(),
  number: v.number(),
  title: Labels,
  hash: v.pipe(v.string(), v.description('SHA-256 over the canonical JSON of the definition, in hex')),
  state: v.picklist(['draft', 'published']),
  createdAt: Timestamp,
  publishedAt: v.nullable(Timestamp),
});

export const FormVersionList = v.object({ items: v.array(FormVersionWire) });
export const FormVersionDetail = v.object({ ...FormVersionWire.entries, definition: FormDefinitionSchema });
/** A version made from a workbook, with what its author should look at. */
export const ImportedVersion = v.object({
  ...FormVersionWire.entries,
  warnings: v.array(
    v.object({ path: v.pipe(v.string(), v.description('A cell: survey!D12')), code: v.string(), detail: v.string() }),
  ),
});

const Sentence = v.object({ vi: v.string(), en: v.string() });
export const DiffQuery = v.object({ from: v.pipe(Id, v.description('The version to compare with')) });
export const DiffWire = v.object({
  changes: v.array(
    v.object({
      code: v.string(),
      path: v.string(),
      severity: v.pipe(
        v.picklist(['meaning', 'wording']),
        v.description('Whether the same answers may be judged otherwise'),
      ),
      message: Sentence,
    }),
  ),
  consequences: v.array(Sentence),
});

export const FormVersionPath = v.object({ code: v.string(), versionId: Id });

export type FormVersionRow = typeof formVersions.$inferSelect;

export function formVersionToWire(row: FormVersionRow): v.InferInput<typeof FormVersionWire> {
  const { id, formId, number, document, hash, createdAt, publishedAt } = row;
  const state = publishedAt === null ? 'draft' : 'published';
  return { id, formId, key: document.id, number, title: document.title, hash, state, createdAt, publishedAt };
}
