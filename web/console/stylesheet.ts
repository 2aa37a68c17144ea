import base from '../ui/base.css?inline';
import consoleStyles from '../ui/console.css?inline';
import tokens from '../ui/tokens.css?inline';

/** The whole stylesheet of the province's pages. */
export const stylesheet = tokens + base + consoleStyles;
