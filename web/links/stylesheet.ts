import base from '../ui/base.css?inline';
import sheet from '../ui/sheet.css?inline';
import tokens from '../ui/tokens.css?inline';

/** The whole stylesheet of the printed sheet. */
export const stylesheet = tokens + base + sheet;
