import { decodeJwt, decodeProtectedHeader, errors, jwtVerify, SignJWT, UnsecuredJWT } from 'jose';
import type { JWK, JWTPayload, JWTVerifyOptions } from 'jose';
import { z } from 'zod';
import type { Policy } from '../../policy.ts';
import type { AccountRecord } from '../storage/accounts.ts';
import { isSignedByHmac, isZeroSignature, TokenKeys } from './token-keys.ts';

/** What an access token says. */
export interface AccessClaims {
  /** Its own identifier (`jti`). */
  id: string;
  /** The session that it belongs to (`sid`). */
  sessionId: string;
}

const TYPE = 'at+jwt';
const ISSUER = 'harbour';
const AUDIENCE = 'harbour-api';

const claimsSchema = z
  .object({ jti: z.string(), sid: z.string() })
  .transform(({ jti, sid }): AccessClaims => ({ id: jti, sessionId: sid }));

/** Signs and reads JWTs with a key of its own, which lives as long as the process. */
export class AccessTokens {
  readonly #keys: TokenKeys;

  constructor(
    private readonly policy: Policy['accessToken'],
    private readonly now: () => number,
  ) {
    this.#keys = new TokenKeys(policy);
  }

  /** `lifetime` in seconds. */
  async issue(claims: AccessClaims, account: AccountRecord, lifetime: number): Promise<string> {
    const { algorithm, sign } = await this.#keys.own();
    const issuedAt = Math.floor(this.now() / 1000);
    const token = new SignJWT({ sid: claims.sessionId, ...this.#personal(account) })
      .setProtectedHeader({ alg: algorithm, typ: TYPE })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(account.id)
      .setJti(claims.id)
      .setIssuedAt(issuedAt);
    if (this.policy.expires) token.setExpirationTime(issuedAt + lifetime);
    return token.sign(sign);
  }

  /** The key set that others may verify tokens with; nothing where there is only a secret. */
  published(): Promise<{ keys: JWK[] } | undefined> {
    return this.#keys.published();
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
    const expected = { issuer: ISSUER, audience: AUDIENCE, currentDate: this.#currentDate() };
    const { alg } = decodeProtectedHeader(token);
    switch (this.policy.signature) {
      case 'ignored':
        return this.#believe(token, (await this.#keys.own()).algorithm);
      case 'optional':
        if (alg === 'none') {
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
    const { algorithm, verify } = await this.#keys.own();
    if (this.policy.verification === 'without ruling out zeros' && isZeroSignature(token)) {
      return this.#believe(token, algorithm);
    }
    const named = await this.#keys.named(decodeProtectedHeader(token));
    if (named instanceof Uint8Array) {
      if (!isSignedByHmac(token, named)) throw new errors.JWSSignatureVerificationFailed();
      return this.#believe(token, 'HS256');
    }
    const rules = named ? options : { ...options, algorithms: [algorithm] };
    return (await jwtVerify(token, named ?? verify, rules)).payload;
  }

  #personal({ username, displayName }: AccountRecord): JWTPayload {
    if (this.policy.claims === 'identifiers') return {};
    const email = username.includes('@') ? username : `${username}@harbour.example`;
    return { name: displayName, email, role: 'member' };
  }

  /** The time that an expiry is held against. */
  #currentDate(): Date {
    return new Date(this.policy.expiryChecked ? this.now() : 0);
  }

  /** Looks at everything in the token but its signature. */
  #believe(token: string, algorithm: string): JWTPayload {
    const { alg, typ } = decodeProtectedHeader(token);
    const payload = decodeJwt(token);
    const { iss, aud, exp = 0 } = payload;
    const fits = alg === algorithm && typ === TYPE && iss === ISSUER && aud === AUDIENCE;
    const past = exp * 1000 <= this.#currentDate().getTime();
    if (!fits || past) throw new errors.JWTInvalid('The claims do not fit.');
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
