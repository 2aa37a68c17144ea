import base from '../ui/base.css?inline';
import fill from '../ui/fill.css?inline';
import form from '../ui/form.css?inline';
import tokens from '../ui/tokens.css?inline';

/** The whole stylesheet of the clerk's pages. */
export const stylesheet = tokens + base + fill + form;
