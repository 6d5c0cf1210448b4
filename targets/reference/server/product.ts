import type { Client } from '@libsql/client';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { ChatModel } from '../model/chat-model.ts';
import { SharedLine } from '../model/shared-line.ts';
import type { ModelEndpoint } from '../model/scripted-model.ts';
import type { Limits } from '../limits.ts';
import type { Policy } from '../policy.ts';
import type { Mechanism } from '../settings.ts';
import type { UiBundle } from '../ui/bundle.ts';
import { buildApp } from './app.ts';
import { KnownDevices } from './http/known-devices.ts';
import { SignInThrottle } from './http/sign-in-throttle.ts';
import { LimitWatch } from './live/limit-watch.ts';
import { LiveHub } from './live/live-hub.ts';
import { LiveTickets } from './live/live-tickets.ts';
import type { Parts } from './parts.ts';
import { ReplyDesk } from './replies/reply-desk.ts';
import { AccessTokens } from './sessions/access-tokens.ts';
import { CookieMechanism } from './sessions/cookie-mechanism.ts';
import { SessionStore } from './sessions/session-store.ts';
import { TokenMechanism } from './sessions/token-mechanism.ts';
import { TokenStore } from './sessions/token-store.ts';
import { settingsFor } from './settings-for.ts';
import { Accounts } from './storage/accounts.ts';
import { Conversations } from './storage/conversations.ts';
import { openDatabase } from './storage/database.ts';
import { Guests } from './storage/guests.ts';
import { PasswordResets } from './storage/password-resets.ts';
import { Shares } from './storage/shares.ts';

export interface ProductOptions {
  mechanism: Mechanism;
  policy: Policy;
  limits: Limits;
  model: ModelEndpoint;
  ui: UiBundle;
  /** The origin of somebody else’s that pages report their use to. */
  collector: string | undefined;
  /** The N of scrypt. */
  passwordCost: number;
  people: { username: string; password: string; displayName: string }[];
  /** Milliseconds since the epoch. */
  now: () => number;
  log: FastifyBaseLogger;
}

/** A chatbot that is ready to listen. */
export interface Product {
  app: FastifyInstance;
  /** Ends every connection, timer and reply, and drops the database. */
  close(): Promise<void>;
}

/** Puts the product together. */
export async function assembleProduct(options: ProductOptions): Promise<Product> {
  const database = await openDatabase();
  try {
    return await assembleAround(database, options);
  } catch (error) {
    database.close();
    throw error;
  }
}

async function assembleAround(database: Client, options: ProductOptions): Promise<Product> {
  const { policy, limits, now, log } = options;
  const accounts = new Accounts(database, options.passwordCost);
  await Promise.all(
    options.people.map(({ username, password, displayName }) =>
      accounts.create(username, password, displayName),
    ),
  );
  const live = new LiveHub(policy);
  const sessions = new SessionStore(database, policy, limits, now);
  sessions.onEnd = (sessionId, reason, channels) => live.end(sessionId, reason, channels);
  const conversations = new Conversations(database, policy, now);
  const model = new ChatModel(options.model);
  const { abandonedAnswers } = policy.conversations;
  const line = abandonedAnswers === 'dropped' ? model : new SharedLine(model, abandonedAnswers);
  const replies = new ReplyDesk(conversations, live, line, (error) => log.warn(error));
  const tokens = new TokenStore(database, policy, now);
  const parts: Parts = {
    policy,
    settings: settingsFor(options.mechanism, policy, limits, options.collector),
    ui: options.ui,
    database,
    accounts,
    sessions,
    mechanism:
      options.mechanism === 'cookie'
        ? new CookieMechanism(policy, sessions, accounts, now)
        : new TokenMechanism(
            policy,
            limits,
            sessions,
            accounts,
            tokens,
            new AccessTokens(policy.accessToken, now),
            now,
          ),
    conversations,
    guests: new Guests(database, policy.guests, conversations),
    resets: new PasswordResets(database, now),
    shares: new Shares(database, policy),
    throttle: new SignInThrottle(now),
    devices: new KnownDevices(),
    live,
    tickets: new LiveTickets(database, now),
    replies,
  };
  const app = await buildApp(parts, log);
  const watch = new LimitWatch(live, sessions, policy, (error) => log.error(error));
  return {
    app,
    close: async () => {
      await watch.stop();
      // A server waits for its sockets, and a socket for its page.
      for (const socket of app.websocketServer.clients) socket.terminate();
      await replies.stopAll();
      await app.close();
      await model.close();
      database.close();
    },
  };
}
