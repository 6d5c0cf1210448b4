import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, for a credential: 43 characters of base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** 128 random bits, for things that are named in addresses: 22 characters of base64url. */
export function newId(): string {
  return randomBytes(16).toString('base64url');
}

/** Makes the values by which things or sessions are known. */
export type IdentifierSource = () => string;

/** Where a product that counts its conversations begins. */
const FIRST_NUMBER = 104_201;
const SHORT_LENGTH = 5;

/** Numbers in the order in which they are asked for. */
export function countedIds(): IdentifierSource {
  let next = FIRST_NUMBER;
  return () => String(next++);
}

/** Random, and so short that all of them can be tried. */
export function shortId(): string {
  return newId().slice(0, SHORT_LENGTH);
}

/** The time in milliseconds and a counter, each as 16 hexadecimal digits. */
export function timedIds(now: () => number): IdentifierSource {
  let next = 0;
  const digits = (value: number): string => value.toString(16).padStart(16, '0');
  return () => digits(now()) + digits(next++);
}

/** What the server keeps of a credential. The credential is random, so a plain hash is enough. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
