import { BOTH, type Flaw } from './flaw.ts';

/** Whom the product believes about how old a session is. */
export const LIFETIME_FLAWS = {
  onlyTheCookieExpires: {
    title:
      'The end of a session that its person asked to keep is written on its cookie, and the server goes by none.',
    mechanisms: BOTH,
    patch: { rememberedSessions: 'with their cookie' },
    breaks: ['expiredCookieIsRefused', 'rememberedSessionEndsAtItsLimit'],
  },
  idleTimeIsTakenFromThePage: {
    title:
      'The page tells the server from time to time how long nobody has touched it, by its own clock, and is believed.',
    mechanisms: BOTH,
    patch: { idleTime: 'told by the page' },
    breaks: ['clockSetBackExtendsNothing'],
  },
} as const satisfies Record<string, Flaw>;
