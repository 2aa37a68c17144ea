import type { Issue } from '../../issue.ts';
import { quote } from './quote.ts';
import { workbookIssue } from './reader.ts';
import type { Sources } from './sources.ts';

/**
 * What `checkDefinition` says of a definition, said of the workbook that it was read from: the path is a cell or a row, the
 * sentence begins with it. An issue of the form as a whole keeps its path, and a range stays only where one cell holds the text.
 */
export function locateIssue(issue: Issue, sources: Sources): Issue {
  const source = sources.find(issue.path);
  if (!source) return issue;
  const { severity, code, message, range, ...rest } = issue;
  const [vi, en] =
    source.header === undefined
      ? ['ở dòng này: ', 'in this row: ']
      : [`cột ${quote(source.header)}: `, `column ${quote(source.header)}: `];
  const located = workbookIssue(severity, code, source, vi + message.vi, en + message.en);
  return { ...rest, ...located, ...(range && source.column !== undefined && { range }) };
}
