/** One `key=value`; a value with a space or a separator in it stands in double quotes, where `""` is one of them. */
const parameter = /\s*([A-Za-z][\w.-]*)\s*=\s*(?:"((?:[^"]|"")*)"|([^\s;,"]*))\s*[;,]?/y;

/** `start=0 end=10 step=1` as an object; null when the text is not written so, or a key stands twice. */
export function readParameters(text: string): Record<string, string> | null {
  const found = new Map<string, string>();
  parameter.lastIndex = 0;
  const end = text.trimEnd().length;
  while (parameter.lastIndex < end) {
    const match = parameter.exec(text);
    if (!match || found.has(match[1]!)) return null;
    found.set(match[1]!, match[2] === undefined ? match[3]! : match[2].replaceAll('""', '"'));
  }
  return Object.fromEntries(found);
}
