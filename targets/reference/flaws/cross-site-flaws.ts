import { BOTH, COOKIE, type Flaw } from './flaw.ts';

/** What pages of other sites may do here. */
export const CROSS_SITE_FLAWS = {
  formsOfOtherSitesAreBelieved: {
    title:
      'The session cookie states no SameSite, and a form of any site is taken for the page’s own, whatever its type.',
    mechanisms: COOKIE,
    patch: {
      cookie: { sameSite: 'unstated' },
      otherSites: { changes: 'believed', signOut: 'believed' },
    },
    breaks: ['otherSitesChangeNothing', 'otherSitesSignNobodyOut', 'sessionCookiesAreHardened'],
  },
  sharingByAnyMethod: {
    title:
      'A conversation is published by whatever request names the action, a followed link included.',
    mechanisms: COOKIE,
    patch: { otherSites: { sharing: 'by any method' } },
    breaks: ['otherSitesChangeNothing'],
  },
  signInByOtherSites: {
    title: 'Signing in is taken from any site, whatever its body says that it is.',
    mechanisms: BOTH,
    patch: { otherSites: { signIn: 'believed' } },
    breaks: ['otherSitesSignNobodyIn'],
  },
} as const satisfies Record<string, Flaw>;
