import { DecodeUTF8 } from 'fflate';
import { SaxesParser } from 'saxes';
import { workbookLimits } from './limits.ts';
import { damaged, Refusal } from './refusal.ts';
import { type Budget, inflateEntry, type ZipEntry } from './zip.ts';

/**
 * What a part's reader is told. Element names come without their prefix: parts of the strict and the transitional standard
 * differ in nothing but the namespaces, and some writers put a prefix on everything.
 */
export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads a part as it is inflated, so that it never stands in memory as a whole.
 *
 * @throws {Refusal} `xml_entities` at a document type, where entities are declared; `damaged_workbook` when it is not UTF-8 XML
 */
export function readXml(entry: ZipEntry, budget: Budget, handlers: XmlHandlers): void {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let depth = 0;
  let attributes = 0;
  const text = (content: string) => handlers.text?.(content);
  parser.on('doctype', () => {
    throw new Refusal(
      'xml_entities',
      'Tệp có khai báo DOCTYPE hoặc thực thể XML, điều mà một bảng tính không cần; tệp bị từ chối vì lý do an toàn.',
      'The file declares a DOCTYPE or XML entities, which a workbook never needs; it is refused for safety.',
    );
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding && encoding.toLowerCase() !== 'utf-8') throw damaged();
  });
  parser.on('opentagstart', () => {
    attributes = 0;
    if (++depth > workbookLimits.xmlDepth) throw damaged();
  });
  parser.on('attribute', () => {
    if (++attributes > workbookLimits.xmlAttributes) throw damaged();
  });
  parser.on('opentag', (tag) => handlers.open?.(localName(tag.name), tag.attributes));
  parser.on('closetag', (tag) => {
    depth--;
    handlers.close?.(localName(tag.name));
  });
  parser.on('text', text);
  parser.on('cdata', text);
  const decoder = new DecodeUTF8((chunk) => parser.write(chunk));
  try {
    inflateEntry(entry, budget, (chunk) => decoder.push(chunk));
    decoder.push(new Uint8Array(), true);
    parser.close();
  } catch (error) {
    throw error instanceof Refusal ? error : damaged();
  }
}

/** A name without its prefix: `row` of `x:row`. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
