import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** The work factor of scrypt, with r = 8 and p = 1; memory is 1 KiB times N. */
export const PASSWORD_COST = {
  /** What OWASP recommends: 128 MiB and some 300 ms a password. */
  people: 2 ** 17,
  /** For throw-away accounts with random passwords, so that a chatbot starts in an instant: 8 MiB, 20 ms. */
  runs: 2 ** 13,
} as const;

const BLOCK_SIZE = 8;
const KEY_BYTES = 32;

/** `scrypt$N$salt$key`, salt and key in base64url. */
export async function hashPassword(password: string, cost: number): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost, salt.toString('base64url'), key.toString('base64url')].join('$');
}

export async function passwordMatches(password: string, hash: string): Promise<boolean> {
  const [scheme, cost, salt, key] = hash.split('$');
  if (scheme !== 'scrypt' || !cost || !salt || !key) {
    throw new Error('A stored password hash is not of the form scrypt$N$salt$key.');
  }
  const expected = Buffer.from(key, 'base64url');
  const actual = await derive(password, Buffer.from(salt, 'base64url'), Number(cost));
  return timingSafeEqual(expected, actual);
}

function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  // Node's own ceiling is 32 MiB; scrypt needs 128 * N * r bytes and a little more.
  const options = { N: cost, r: BLOCK_SIZE, p: 1, maxmem: 256 * cost * BLOCK_SIZE };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
