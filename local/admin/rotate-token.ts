import { rotateToken } from '../../worker/provinces/acts.ts';
import { onProvince } from './on-province.ts';

export const rotateTokenCommand = onProvince(
  'give its database another token and end all before it',
  rotateToken,
  ({ code, sealedToken }) =>
    sealedToken === null ? `The database of province ${code} asks for no token.` : `Province ${code} has a new token.`,
);
