import type { FormDefinition, Issue } from '../../forms/index.ts';

/** What was read from a file: the definition unless something is wrong with it. */
export interface ReadForm {
  definition: FormDefinition | null;
  issues: Issue[];
  /** What the issues' paths lead into, where the format is that of the definition itself. */
  json?: unknown;
}

/** A kind of file that holds a form. */
export interface FileFormat {
  /** With the dot, in small letters. */
  extension: string;
  read(bytes: Uint8Array): Promise<ReadForm>;
  write(definition: FormDefinition): Promise<Uint8Array>;
}
