import type { Regex } from '../../forms/expression/regex/regex.ts';

/**
 * The page's script is built with this in place of forms/expression/regex/regex.ts (client-scripts.ts), which would take a
 * twentieth of all its bytes: the browser has an engine of its own for the same dialect. What a province's pattern may cost here is
 * a pause on one clerk's page; in the worker, where it would cost everybody's, the other engine's bounds hold.
 */
export function compileRegex(pattern: string): { regex: Regex | null } {
  // Over code points; what only the older syntax allows, such as a lone brace, is read in that.
  const native = compiled(pattern, 'u') ?? compiled(pattern, '');
  return { regex: native && { search: (text) => ({ found: native.test(text), work: 0 }) } };
}

function compiled(pattern: string, flags: string): RegExp | null {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return null;
  }
}
