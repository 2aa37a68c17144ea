const QUOTED_REFERENCE = /^\s*\$\{\s*([A-Za-z_][A-Za-z0-9_.-]*)\s*\}\s*$/;

/** The name in a text that is one `${name}`, as XLSForm writes a question where its labels and not its answer are meant. */
export function quotedName(text: string): string | null {
  return QUOTED_REFERENCE.exec(text)?.[1] ?? null;
}
