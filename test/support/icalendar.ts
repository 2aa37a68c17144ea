/** A content line of RFC 5545 §3.1: `DTSTART;VALUE=DATE:20240611`. */
export interface Line {
  name: string;
  parameters: Record<string, string>;
  value: string;
}

export interface Component {
  name: string;
  lines: Line[];
  components: Component[];
}

/** The texts of TEXT values (§3.3.11). */
export const textOf = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character));

function lineOf(text: string): Line {
  const match = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:]*))*):(.*)$/.exec(text);
  if (!match) throw new Error(`no content line: ${text}`);
  const parameters = [...match[2]!.matchAll(/;([A-Z0-9-]+)=("[^"]*"|[^";:]*)/g)];
  return {
    name: match[1]!,
    parameters: Object.fromEntries(parameters.map(([, name, value]) => [name!, value!.replaceAll('"', '')])),
    value: match[3]!,
  };
}

/**
 * Reads an iCalendar text by the letter of RFC 5545, without the library that writes it: lines end with CRLF and hold at most 75
 * octets, folded ones are joined, components are closed in order.
 */
export function parseCalendar(text: string): Component {
  if (!text.endsWith('\r\n')) throw new Error('the last line does not end');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error(`a bare line break in ${JSON.stringify(line)}`);
    if (Buffer.byteLength(line) > 75) throw new Error(`longer than 75 octets: ${line}`);
  }
  const root: Component = { name: '', lines: [], components: [] };
  const open = [root];
  for (const line of physical.join('\r\n').replaceAll('\r\n ', '').split('\r\n').map(lineOf)) {
    const current = open.at(-1)!;
    if (line.name === 'BEGIN') {
      const component = { name: line.value, lines: [], components: [] };
      current.components.push(component);
      open.push(component);
    } else if (line.name === 'END') {
      if (current.name !== line.value) throw new Error(`${line.value} ends within ${current.name}`);
      open.pop();
    } else {
      current.lines.push(line);
    }
  }
  if (open.length !== 1 || root.components.length !== 1) throw new Error('not one calendar');
  return root.components[0]!;
}

export const propertyOf = (component: Component, name: string): string | undefined =>
  component.lines.find((line) => line.name === name)?.value;
