import { localName, readXml } from './xml.ts';
import type { Budget, ZipEntry } from './zip.ts';

export interface Relationship {
  /** The last word of the type's address, the same in the strict and the transitional standard: `worksheet`. */
  type: string;
  /** The part it leads to, as the zip's entries are named: in lower case, without a leading slash. */
  target: string;
}

/** What a part refers to, by relationship id; `part` is `''` for the workbook file itself. */
export function readRelationships(
  entries: ReadonlyMap<string, ZipEntry>,
  part: string,
  budget: Budget,
): Map<string, Relationship> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const entry = entries.get(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const relationships = new Map<string, Relationship>();
  if (!entry) return relationships;
  readXml(entry, budget, {
    open(name, { Id, Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || Id === undefined || TargetMode === 'External') return;
      relationships.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: resolve(folder, Target) });
    },
  });
  return relationships;
}

/** The relationship id in an element's attributes: `r:id`, whatever the prefix. */
export function relationshipId(attributes: Readonly<Record<string, string>>): string | undefined {
  const key = Object.keys(attributes).find((name) => name.includes(':') && localName(name) === 'id');
  return key === undefined ? undefined : attributes[key];
}

function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).toLowerCase().split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
