import { deleteProvince } from '../../worker/provinces/acts.ts';
import { onProvince } from './on-province.ts';

export const deleteCommand = onProvince(
  'take it out of service, and delete its database after 30 days',
  deleteProvince,
  ({ code, deleteAfter }) => `Province ${code} is out of service; its database goes after ${deleteAfter}.`,
);
