import { randomBytes } from 'node:crypto';
import {
  decodeJwt,
  decodeProtectedHeader,
  errors,
  importJWK,
  jwtVerify,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import type { JWTPayload, JWTVerifyOptions } from 'jose';
import { z } from 'zod';
import type { Policy } from '../../policy.ts';
import type { AccountRecord } from '../storage/accounts.ts';

/** What an access token says. */
export interface AccessClaims {
  /** Its own identifier (`jti`). */
  id: string;
  /** The session that it belongs to (`sid`). */
  sessionId: string;
}

const ALGORITHM = 'HS256';
const TYPE = 'at+jwt';
const ISSUER = 'harbour';
const AUDIENCE = 'harbour-api';
const WORD = 'secret';

const claimsSchema = z
  .object({ jti: z.string(), sid: z.string() })
  .transform(({ jti, sid }): AccessClaims => ({ id: jti, sessionId: sid }));

/** Signs and reads JWTs with a key of its own, which lives as long as the process. */
export class AccessTokens {
  readonly #key: Uint8Array;

  constructor(
    private readonly policy: Policy['accessToken'],
    private readonly now: () => number,
  ) {
    this.#key = policy.key === 'a word' ? new TextEncoder().encode(WORD) : randomBytes(32);
  }

  /** `lifetime` in seconds. */
  issue(claims: AccessClaims, account: AccountRecord, lifetime: number): Promise<string> {
    const issuedAt = Math.floor(this.now() / 1000);
    const token = new SignJWT({ sid: claims.sessionId, ...this.#personal(account) })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(account.id)
      .setJti(claims.id)
      .setIssuedAt(issuedAt);
    if (this.policy.expires) token.setExpirationTime(issuedAt + lifetime);
    return token.sign(this.#key);
  }

  /** The claims of a token that holds; nothing for any other text. */
  async read(token: string): Promise<AccessClaims | undefined> {
    try {
      const parsed = claimsSchema.safeParse(await this.#payload(token));
      return parsed.success ? parsed.data : undefined;
    } catch (error) {
      // jose throws a TypeError for some texts that are no JWT at all.
      if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined;
      throw error;
    }
  }

  async #payload(token: string): Promise<JWTPayload> {
    const expected = { issuer: ISSUER, audience: AUDIENCE, currentDate: new Date(this.now()) };
    switch (this.policy.signature) {
      case 'ignored':
        return this.#believe(token);
      case 'optional':
        if (decodeProtectedHeader(token).alg === 'none') {
          return UnsecuredJWT.decode(token, expected).payload;
        }
        break;
      case 'required':
        break;
    }
    if (this.policy.canonicalOnly) refuseSpareBits(token);
    return this.#verified(token, { ...expected, typ: TYPE });
  }

  async #verified(token: string, options: JWTVerifyOptions): Promise<JWTPayload> {
    const { jwk, alg } = decodeProtectedHeader(token);
    if (jwk && this.policy.key === 'named by the token') {
      const key = await importJWK(jwk, alg);
      return (await jwtVerify(token, key, options)).payload;
    }
    const ours = { ...options, algorithms: [ALGORITHM] };
    return (await jwtVerify(token, this.#key, ours)).payload;
  }

  #personal({ username, displayName }: AccountRecord): JWTPayload {
    if (this.policy.claims === 'identifiers') return {};
    const email = username.includes('@') ? username : `${username}@harbour.example`;
    return { name: displayName, email, role: 'member' };
  }

  /** Looks at everything in the token but its signature. */
  #believe(token: string): JWTPayload {
    const { alg, typ } = decodeProtectedHeader(token);
    const payload = decodeJwt(token);
    const { iss, aud, exp = 0 } = payload;
    const fits = alg === ALGORITHM && typ === TYPE && iss === ISSUER && aud === AUDIENCE;
    if (!fits || exp * 1000 <= this.now()) throw new errors.JWTInvalid('The claims do not fit.');
    return payload;
  }
}

/**
 * The last character of a signature has bits that its 32 bytes leave unused. Decoders ignore them, so that without this
 * the same signature could be written in four ways.
 */
function refuseSpareBits(token: string): void {
  const signature = token.slice(token.lastIndexOf('.') + 1);
  if (Buffer.from(signature, 'base64url').toString('base64url') !== signature) {
    throw new errors.JWTInvalid('The signature is not in its one canonical form.');
  }
}
