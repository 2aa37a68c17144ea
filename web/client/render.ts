import type { ComponentChildren } from 'preact';
import type { Described } from './jsx.ts';

/** What is remembered of an element between two renderings. */
interface Remembered extends Element {
  describedBy?: { key: string | undefined; props: Described['props'] };
}

type Host = Described & { type: string };

/**
 * Makes what stands in an element what is described, changing nothing else: what the worker rendered is kept, and so are a field's
 * focus and its caret. In place of Preact, which would take an eighth of all the bytes that the page's script may have.
 */
export function render(content: ComponentChildren, parent: Element): void {
  const hosts: (Host | string)[] = [];
  flatten(content, hosts);
  let next = parent.firstChild;
  const byKey = new Map<string, Element>();
  for (const child of parent.children as Iterable<Remembered> & HTMLCollection) {
    const key = child.describedBy?.key;
    if (key !== undefined) byKey.set(key, child);
  }
  for (const host of hosts) {
    const node = typeof host === 'string' ? text(host, next) : element(host, next, parent, byKey);
    // Those in between are not described here; one with a key comes back where it is.
    while (node.parentNode === parent && next && next !== node && isAhead(node, next)) next = removed(next);
    if (next === node) next = node.nextSibling;
    else parent.insertBefore(node, next);
    if (typeof host !== 'string') {
      setProperties(node as Remembered, host);
      render(host.props.children as ComponentChildren, node as Element);
      setValue(node as Element, host.props);
    }
  }
  while (next) next = removed(next);
}

/** Follows components to the elements and texts that they come down to; neighbouring texts are one, as in parsed HTML. */
function flatten(content: unknown, into: (Host | string)[], key?: string): void {
  if (content === null || content === undefined || typeof content === 'boolean') return;
  if (Array.isArray(content)) {
    for (const each of content) flatten(each, into);
  } else if (typeof content === 'object') {
    const described = content as Described;
    const ownKey = described.key ?? key;
    if (typeof described.type === 'function') flatten(described.type(described.props as never), into, ownKey);
    else into.push({ ...described, type: described.type, key: ownKey });
  } else {
    const last = into.at(-1);
    if (typeof last === 'string') into[into.length - 1] = last + content;
    else if (content !== '') into.push(String(content));
  }
}

function text(data: string, next: ChildNode | null): Text {
  if (!(next instanceof Text)) return document.createTextNode(data);
  if (next.data !== data) next.data = data;
  return next;
}

/** The element that stands for what is described: by its key, else the next that looks like it, else a new one. */
function element(host: Host, next: ChildNode | null, parent: Element, byKey: Map<string, Element>): Element {
  const known = host.key === undefined ? undefined : byKey.get(host.key);
  if (known) return known;
  for (let node = next; node; node = node.nextSibling) if (looksLike(node, host)) return node as Element;
  const namespace = host.type === 'svg' ? 'http://www.w3.org/2000/svg' : parent.namespaceURI;
  return document.createElementNS(namespace, host.type);
}

/** Not everything has a key; a field must never become another's, so an id and what its class calls it have to agree. */
function looksLike(node: Remembered | ChildNode, { type, key, props }: Host): boolean {
  if (!(node instanceof Element) || node.localName !== type) return false;
  const { describedBy } = node as Remembered;
  if (describedBy && describedBy.key !== key) return false;
  const kind = (classes: unknown) => String(classes ?? '').split(' ')[0];
  return node.id === (props.id ?? '') && kind(node.getAttribute('class')) === kind(props.class);
}

const isAhead = (node: Node, from: Node) => from.compareDocumentPosition(node) === Node.DOCUMENT_POSITION_FOLLOWING;

function removed(node: ChildNode): ChildNode | null {
  const next = node.nextSibling;
  node.remove();
  return next;
}

/** Set apart from the attributes: what a field holds is no longer what its attribute says. */
const VALUES = ['value', 'checked', 'selected'];

function setProperties(node: Remembered, { key, props }: Host): void {
  const before = node.describedBy?.props ?? Object.fromEntries(node.getAttributeNames().map((name) => [name, '']));
  const now = Object.keys(props).map((name) => name.toLowerCase());
  for (const name of Object.keys(before)) if (!now.includes(name.toLowerCase())) node.removeAttribute(name);
  for (const [name, value] of Object.entries(props)) {
    if (name === 'children' || VALUES.includes(name) || node.describedBy?.props[name] === value) continue;
    if (value === undefined || value === null || value === false) node.removeAttribute(name);
    else node.setAttribute(name, value === true && !name.startsWith('aria-') ? '' : String(value));
  }
  node.describedBy = { key, props };
}

/** After the children, since a select has no value before it has its options. */
function setValue(node: Element, props: Described['props']): void {
  const field = node as unknown as Record<string, unknown>;
  for (const name of VALUES) {
    const value = name === 'value' ? String(props.value ?? '') : (props[name] ?? false);
    // Even when it is what it was: setting it moves the caret.
    if (name in props && field[name] !== value) field[name] = value;
  }
}
