import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Policy } from '../../policy.ts';
import type { AccountRecord, Accounts } from '../storage/accounts.ts';
import { digestOf, newSecret, timedIds, type IdentifierSource } from '../storage/identifiers.ts';
import type { Caller, Person } from './caller.ts';
import { CredentialCookie, type CookieChoice } from './credential-cookie.ts';
import { deviceName } from './device-name.ts';
import type { Grant, SessionMechanism } from './session-mechanism.ts';
import type { Session } from './session.ts';
import type { SessionStore } from './session-store.ts';

/** One opaque identifier in a cookie; everything else is the server's knowledge. */
export class CookieMechanism implements SessionMechanism {
  readonly #cookie: CredentialCookie;
  readonly #newSecret: IdentifierSource;

  constructor(
    private readonly policy: Policy,
    private readonly sessions: SessionStore,
    private readonly accounts: Accounts,
    private readonly now: () => number,
  ) {
    this.#cookie = new CredentialCookie('session', policy);
    this.#newSecret = policy.identifiers.sessions === 'random' ? newSecret : timedIds(now);
  }

  async identify(request: FastifyRequest, choice?: CookieChoice): Promise<Caller> {
    const secret = this.#cookie.read(request, choice);
    if (secret === undefined) return { kind: 'nobody' };
    const session = await this.sessions.findByDigest(digestOf(secret));
    if (!session) return { kind: 'refused' };
    if (session.accountId === undefined) return { kind: 'visitor', session };
    const account = await this.accounts.find(session.accountId);
    return account ? { kind: 'person', session, account } : { kind: 'refused' };
  }

  /** The identifier that a browser brings. */
  presented(request: FastifyRequest): string | undefined {
    return this.#cookie.read(request);
  }

  /** A browser that brings no identifier gets a visitor's. One that brings a dead one keeps it until it signs in. */
  async welcome(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (this.#cookie.read(request) !== undefined) return;
    const secret = this.#newSecret();
    await this.sessions.open({
      digest: digestOf(secret),
      accountId: undefined,
      remember: false,
      device: deviceName(request.headers['user-agent']),
    });
    this.#cookie.write(reply, secret, undefined);
  }

  async signIn(
    account: AccountRecord,
    remember: boolean,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Grant> {
    const brought = this.#cookie.read(request);
    const before = brought && (await this.sessions.findByDigest(digestOf(brought)));
    await this.sessions.reviveSignedOut(account.id);
    if (brought && before && this.policy.login.issuedIdentifier === 'kept') {
      await this.sessions.assign(before.id, account.id, remember);
      this.#hand(reply, brought, await this.sessions.find(before.id));
      return {};
    }
    if (before && this.policy.login.earlierSession === 'ended') {
      await this.sessions.end(before.id, 'revoked');
    }
    const secret = brought && (await this.#adopts(brought)) ? brought : this.#newSecret();
    const session = await this.sessions.open({
      digest: digestOf(secret),
      accountId: account.id,
      remember,
      device: deviceName(request.headers['user-agent']),
    });
    this.#hand(reply, secret, session);
    return {};
  }

  async noteReset(account: AccountRecord, request: FastifyRequest): Promise<undefined> {
    const caller = await this.identify(request);
    if (caller.kind === 'visitor') await this.sessions.assign(caller.session.id, account.id, false);
  }

  async signOut(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const caller = await this.identify(request);
    if (caller.kind === 'person' || caller.kind === 'visitor') {
      await this.sessions.logOut(caller.session.id);
    }
    this.#cookie.remove(reply);
  }

  async renew({ session }: Person, reply: FastifyReply): Promise<Grant> {
    if (this.policy.passwordChange.identifier === 'kept') return {};
    const secret = this.#newSecret();
    await this.sessions.replaceDigest(session.id, digestOf(secret));
    this.#hand(reply, secret, session);
    return {};
  }

  async #adopts(identifier: string): Promise<boolean> {
    if (this.policy.login.unknownIdentifier === 'replaced') return false;
    return !(await this.sessions.issued(digestOf(identifier)));
  }

  #hand(reply: FastifyReply, secret: string, session: Session | undefined): void {
    if (session) this.#cookie.writeFor(reply, secret, session, this.now());
    else this.#cookie.write(reply, secret, undefined);
  }
}
