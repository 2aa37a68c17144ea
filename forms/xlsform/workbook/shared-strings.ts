import { decodeEscapes } from './escaped-text.ts';
import { workbookLimits } from './limits.ts';
import { readXml } from './xml.ts';
import { type Budget, tooLarge, type ZipEntry } from './zip.ts';

/** The texts that cells refer to by number. Runs of rich text are put together; phonetic guides (`rPh`) are not part of it. */
export function readSharedStrings(entry: ZipEntry | undefined, budget: Budget): string[] {
  const strings: string[] = [];
  if (!entry) return strings;
  let text = '';
  let inText = false;
  let phonetic = false;
  readXml(entry, budget, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    text(part) {
      if (inText) text += part;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si' && strings.push(decodeEscapes(text)) > workbookLimits.sharedStrings) throw tooLarge();
    },
  });
  return strings;
}
