import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A complete HTML document from its `<html>` element. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
