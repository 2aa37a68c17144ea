import type { Issue } from '../../issue.ts';
import { type Source, workbookIssue } from './reader.ts';

/**
 * What `checkDefinition` says of a definition, said of the workbook that it was read from: the path is a cell or a row, the
 * sentence begins with it. An issue of the form as a whole keeps its path.
 */
export function locateIssue(issue: Issue, sources: ReadonlyMap<string, Source>): Issue {
  const source = nearest(issue.path, sources);
  if (!source) return issue;
  const [vi, en] = source.header === undefined ? ['', ''] : [`cột '${source.header}': `, `column '${source.header}': `];
  const located = workbookIssue(issue.severity, issue.code, source, vi + issue.message.vi, en + issue.message.en);
  const { range, ...rest } = issue;
  return { ...rest, ...located, ...(range && !source.derived && source.column !== undefined && { range }) };
}

function nearest(path: string, sources: ReadonlyMap<string, Source>): Source | undefined {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(at.lastIndexOf('.'), 0))) {
    const source = sources.get(at);
    if (source) return source;
  }
  return undefined;
}
