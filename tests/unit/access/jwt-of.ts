import { encodePart } from '../../../checks/token-validation/jwt.ts';

/** A token that says this. Nobody has signed it. */
export const jwtOf = (payload: object): string =>
  `${encodePart({ alg: 'HS256' })}.${encodePart(payload)}.c2lnbmF0dXJl`;
