import { restoreProvince } from '../../worker/provinces/acts.ts';
import { onProvince } from './on-province.ts';

export const restore = onProvince('take a deletion back', restoreProvince, ({ code }) => `Province ${code} is kept.`);
