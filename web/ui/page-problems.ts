/**
 * What is wrong with a page's own wiring, for tests: ids given twice, references that lead nowhere, fields without a label, a
 * heading level left out, and what the Content-Security-Policy would refuse. What it looks like is for a browser to say.
 */
export function pageProblems(html: string): string[] {
  const tags = [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/g)].map(
    ([, name = '', attributes = '']) => ({ name, attributes: attributesIn(attributes) }),
  );
  const ids = tags.flatMap(({ attributes }) => attributes.id ?? []);
  const known = new Set(ids);
  const labelled = new Set(tags.flatMap(({ name, attributes }) => (name === 'label' ? (attributes.for ?? []) : [])));
  const wrapped = new Set(
    [...html.matchAll(/<label(?![^>]*\bfor=)[^>]*><(?:input|select|textarea)[^>]*?\bname="([^"]*)"/g)].map(
      ([, name]) => name,
    ),
  );
  const problems = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id twice: ${id}`);
  for (const { name, attributes } of tags) {
    const references = [
      ...(attributes['aria-describedby'] ?? '').split(' '),
      ...(attributes['aria-labelledby'] ?? '').split(' '),
      name === 'label' ? (attributes.for ?? '') : '',
      attributes.href?.startsWith('#') ? attributes.href.slice(1) : '',
    ].filter(Boolean);
    problems.push(...references.filter((id) => !known.has(id)).map((id) => `leads nowhere: #${id}`));
    const isField = ['input', 'select', 'textarea'].includes(name) && attributes.type !== 'hidden';
    if (isField && !labelled.has(attributes.id ?? '') && !wrapped.has(attributes.name)) {
      problems.push(`no label: ${attributes.name}`);
    }
    const isInline = name === 'script' && !attributes.src?.startsWith('/');
    if (isInline || attributes.style !== undefined) problems.push(`refused by the policy: <${name}>`);
  }
  const levels = tags.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? Number(name[1]) : []));
  if (levels.filter((level) => level === 1).length !== 1) problems.push('not exactly one h1');
  const afterTitle = levels.slice(levels.indexOf(1));
  afterTitle.forEach((level, index) => {
    if (index > 0 && level > afterTitle[index - 1]! + 1) problems.push(`heading level left out before h${level}`);
  });
  return problems;
}

/** The opening tag of the element with an id, or nothing. */
export function tagOf(html: string, id: string): string | undefined {
  return html.match(/<[a-z][^>]*>/g)?.find((tag) => tag.includes(` id="${id}"`));
}

function attributesIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name, value ?? '']),
  );
}
