import { suspendProvince } from '../../worker/provinces/acts.ts';
import { onProvince } from './on-province.ts';

export const suspend = onProvince(
  'take a province out of service',
  suspendProvince,
  ({ code }) => `Province ${code} is suspended, everywhere within a minute.`,
);
