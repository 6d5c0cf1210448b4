import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Limits } from '../../limits.ts';
import type { Policy } from '../../policy.ts';
import type { AccountRecord, Accounts } from '../storage/accounts.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { Caller, Person } from './caller.ts';
import { CredentialCookie } from './credential-cookie.ts';
import { deviceName } from './device-name.ts';
import type { Grant, SessionMechanism } from './session-mechanism.ts';
import type { Session } from './session.ts';
import type { SessionStore } from './session-store.ts';
import type { TokenPair, TokenStore } from './token-store.ts';

const BEARER = /^Bearer +(\S+)$/i;

/** A short access token that the page holds in memory, renewed by a refresh token in a cookie that changes every time. */
export class TokenMechanism implements SessionMechanism {
  readonly #cookie: CredentialCookie;

  constructor(
    private readonly policy: Policy,
    private readonly limits: Limits,
    private readonly sessions: SessionStore,
    private readonly accounts: Accounts,
    private readonly tokens: TokenStore,
    private readonly accessTokens: AccessTokens,
    private readonly now: () => number,
  ) {
    this.#cookie = new CredentialCookie('refresh', policy);
  }

  async identify(request: FastifyRequest): Promise<Caller> {
    const header = request.headers.authorization;
    if (header === undefined) return { kind: 'nobody' };
    return this.identifyByToken(BEARER.exec(header)?.[1]);
  }

  /** Whose the access token is. */
  async identifyByToken(token: string | undefined): Promise<Caller> {
    const sessionId = token === undefined ? undefined : await this.#sessionOfBearer(token);
    const session = sessionId === undefined ? undefined : await this.sessions.find(sessionId);
    const account = session?.accountId && (await this.accounts.find(session.accountId));
    return session && account ? { kind: 'person', session, account } : { kind: 'refused' };
  }

  async welcome(): Promise<void> {
    // A page load says nothing about tokens: the page asks for one when it runs.
  }

  async signIn(
    account: AccountRecord,
    remember: boolean,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Grant> {
    const before = await this.#sessionOfCookie(request);
    await this.sessions.reviveSignedOut(account.id);
    if (before !== undefined && this.policy.login.earlierSession === 'ended') {
      await this.sessions.end(before, 'revoked');
    }
    const session = await this.sessions.open({
      digest: undefined,
      accountId: account.id,
      remember,
      device: deviceName(request.headers['user-agent']),
    });
    return this.#hand(session, account, await this.tokens.issue(session.id), reply);
  }

  async noteReset(
    account: AccountRecord,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string | undefined> {
    if ((await this.#sessionOfCookie(request)) !== undefined) return undefined;
    const device = deviceName(request.headers['user-agent']);
    const session = await this.sessions.open({
      digest: undefined,
      accountId: account.id,
      remember: false,
      device,
    });
    const { refreshToken, accessTokenId } = await this.tokens.issue(session.id);
    if (this.policy.reset.remembers === 'in the browser’s session') {
      this.#cookie.writeFor(reply, refreshToken, session, this.now());
      return undefined;
    }
    const claims = { id: accessTokenId, sessionId: session.id };
    return this.accessTokens.issue(claims, account, this.limits.accessTokenSeconds);
  }

  async signOut(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const caller = await this.identify(request);
    const sessionId =
      caller.kind === 'person' ? caller.session.id : await this.#sessionOfCookie(request);
    if (sessionId !== undefined) {
      const { deniesAccessTokens, revokesRefreshTokens } = this.policy.logout;
      if (deniesAccessTokens) await this.tokens.denyAccess(sessionId);
      if (revokesRefreshTokens) await this.tokens.forgetAtSignOut(sessionId);
      await this.sessions.logOut(sessionId);
    }
    this.#cookie.remove(reply);
  }

  async renew({ session, account }: Person, reply: FastifyReply): Promise<Grant> {
    if (this.policy.passwordChange.identifier === 'kept') return {};
    await this.tokens.denyAccess(session.id);
    await this.tokens.forgetRefreshTokens(session.id);
    const pair = await this.tokens.issue(session.id);
    return this.#hand(session, account, pair, reply);
  }

  /** Exchanges the refresh cookie for a new one and an access token. A token that was used before ends its session. */
  async refresh(
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<{ account: AccountRecord; grant: Grant } | undefined> {
    const sessionId = await this.#sessionOfCookie(request);
    const session = sessionId === undefined ? undefined : await this.sessions.find(sessionId);
    const account = session?.accountId && (await this.accounts.find(session.accountId));
    const pair = account ? await this.tokens.rotate(this.#cookie.read(request) ?? '') : 'unknown';
    if (session && pair === 'reused') await this.sessions.end(session.id, 'revoked');
    if (!session || !account || pair === 'unknown' || pair === 'reused') return undefined;
    await this.sessions.renewed(session);
    return { account, grant: await this.#hand(session, account, pair, reply) };
  }

  /** What others may verify access tokens with; nothing where that is a secret. */
  publishedKeys(): ReturnType<AccessTokens['published']> {
    return this.accessTokens.published();
  }

  async #sessionOfCookie(request: FastifyRequest): Promise<string | undefined> {
    const refreshToken = this.#cookie.read(request);
    return refreshToken === undefined ? undefined : this.tokens.sessionOf(refreshToken);
  }

  /** Whose session the token stands for, if it may be used at all. */
  async #sessionOfBearer(token: string): Promise<string | undefined> {
    const claims = await this.accessTokens.read(token);
    if (claims) {
      return (await this.tokens.useAccess(claims.id, token)) ? claims.sessionId : undefined;
    }
    if (this.policy.accessToken.substitute === 'none') return undefined;
    return this.tokens.sessionOfUnused(token);
  }

  async #hand(
    session: Session,
    account: AccountRecord,
    { refreshToken, accessTokenId }: TokenPair,
    reply: FastifyReply,
  ): Promise<Grant> {
    const secondsLeft = Math.floor((session.absoluteExpiresAt - this.now()) / 1000);
    const ends =
      this.policy.absoluteLimit.startsWith('server') &&
      !(session.remembered && this.policy.rememberedSessions === 'with their cookie');
    const expiresIn = Math.min(this.limits.accessTokenSeconds, ends ? secondsLeft : Infinity);
    this.#cookie.writeFor(reply, refreshToken, session, this.now());
    const claims = { id: accessTokenId, sessionId: session.id };
    const accessToken = await this.accessTokens.issue(claims, account, expiresIn);
    await this.tokens.noteText(accessTokenId, accessToken);
    const repeated = this.policy.cookie.value === 'in answers, too';
    return { accessToken, expiresIn, ...(repeated && { refreshToken }) };
  }
}
