import type { FormDefinition } from '../../forms/index.ts';

/** Documents that one isolate keeps; a province has a few forms in use at a time. */
const KEPT = 32;
const documents = new Map<string, FormDefinition>();

/**
 * The one object that stands for a published document in this isolate. The engine compiles a definition once for each object
 * (forms/answers/compile-level.ts), so a document that every request parses anew would be compiled anew each time.
 */
export function sameDocument<Version extends { hash: string; document: FormDefinition }>(version: Version): Version {
  const known = documents.get(version.hash);
  if (known) return { ...version, document: known };
  const oldest = documents.keys().next();
  if (documents.size >= KEPT && !oldest.done) documents.delete(oldest.value);
  documents.set(version.hash, version.document);
  return version;
}
