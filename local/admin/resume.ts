import { resumeProvince } from '../../worker/provinces/acts.ts';
import { onProvince } from './on-province.ts';

export const resume = onProvince(
  'take it into service again',
  resumeProvince,
  ({ code }) => `Province ${code} is in service.`,
);
