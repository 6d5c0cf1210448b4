import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, for a credential: 43 characters of base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** 128 random bits, for things that are named in addresses: 22 characters of base64url. */
export function newId(): string {
  return randomBytes(16).toString('base64url');
}

/** What the server keeps of a credential. The credential is random, so a plain hash is enough. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
