import type { ComponentChildren } from 'preact';

/**
 * The page's script is built with this in place of Preact's own JSX runtime (client-scripts.ts): the pages' components keep no
 * state and use no hooks, so an element can stay the plain description that it is, for `render` to follow.
 */
export interface Described {
  type: string | ((props: never) => ComponentChildren);
  props: Record<string, unknown>;
  key: string | undefined;
}

const jsx = (type: Described['type'], props: Described['props'], key?: string): Described => ({
  type,
  props,
  key,
});

export const Fragment = ({ children }: { children?: ComponentChildren }): ComponentChildren => children;

// One name in the script for both, which are the same here.
export { jsx, jsx as jsxs };
