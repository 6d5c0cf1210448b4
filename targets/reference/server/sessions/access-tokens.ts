import { randomBytes } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify, SignJWT, UnsecuredJWT } from 'jose';
import type { JWTPayload } from 'jose';
import { z } from 'zod';
import type { Policy } from '../../policy.ts';

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

const claimsSchema = z
  .object({ jti: z.string(), sid: z.string() })
  .transform(({ jti, sid }): AccessClaims => ({ id: jti, sessionId: sid }));

/** Signs and reads JWTs with a key of its own, which lives as long as the process. */
export class AccessTokens {
  readonly #key = randomBytes(32);

  constructor(
    private readonly policy: Policy,
    private readonly now: () => number,
  ) {}

  /** `lifetime` in seconds. */
  issue(claims: AccessClaims, accountId: string, lifetime: number): Promise<string> {
    const issuedAt = Math.floor(this.now() / 1000);
    return new SignJWT({ sid: claims.sessionId })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(accountId)
      .setJti(claims.id)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifetime)
      .sign(this.#key);
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
    switch (this.policy.accessTokenSignature) {
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
    refuseSpareBits(token);
    const options = { ...expected, algorithms: [ALGORITHM], typ: TYPE };
    return (await jwtVerify(token, this.#key, options)).payload;
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
