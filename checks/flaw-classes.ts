/** The eight classes of flaws, in the order in which every report lists them. The key is also the Playwright tag. */
export const FLAW_CLASSES = {
  'unauthenticated-access': {
    title: 'Unauthenticated access',
    flaw: 'a conversation is read without, or with somebody else’s, authentication',
    consequence: 'private conversations leak',
  },
  'inconsistent-state': {
    title: 'Inconsistent session state',
    flaw: 'tabs, devices, accounts or reconnects disagree on whose session this is, or on what was said',
    consequence: 'messages lost, doubled, or in the wrong account',
  },
  'session-fixation': {
    title: 'Session fixation',
    flaw: 'an attacker’s chosen or known session identifier becomes the victim’s',
    consequence: 'account takeover',
  },
  'insecure-storage': {
    title: 'Insecure storage',
    flaw: 'credentials or conversation lie where scripts, the next user, a cache or a third party reads them',
    consequence: 'data breach',
  },
  xss: {
    title: 'Cross-site scripting',
    flaw: 'user text, bot reply, title, name or URL runs as script, or makes the page send data out',
    consequence: 'session theft',
  },
  'idle-timeout': {
    title: 'Missing idle timeout',
    flaw: 'no server-side idle or absolute limit, or one that only the page enforces',
    consequence: 'long exposure of a forgotten session',
  },
  revocation: {
    title: 'Inadequate revocation',
    flaw: 'logout, password change or “sign out everywhere” leaves a credential or a live channel working',
    consequence: 'access after the user has left',
  },
  'token-validation': {
    title: 'Bad token validation',
    flaw: 'a token that is expired, unsigned, re-signed, of another type or altered is accepted',
    consequence: 'forged identity',
  },
} as const satisfies Record<string, FlawClass>;

export interface FlawClass {
  title: string;
  flaw: string;
  consequence: string;
}

export type FlawClassId = keyof typeof FLAW_CLASSES;
