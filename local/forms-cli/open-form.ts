import { checkDefinition, templates } from '../../forms/index.ts';
import { readBytes } from './files.ts';
import type { ReadForm } from './format.ts';
import { formatOf } from './formats.ts';

/**
 * The form of that name: a template, else a file. A template is checked like any form.
 *
 * @throws UsageError when there is neither.
 */
export async function openForm(name: string): Promise<ReadForm> {
  const template = Object.hasOwn(templates, name) ? templates[name] : undefined;
  if (template) return { ...checkDefinition(template), json: template };
  const format = formatOf(name);
  return format.read(await readBytes(name));
}
