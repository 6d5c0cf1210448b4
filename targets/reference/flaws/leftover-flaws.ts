import type { Flaw } from './flaw.ts';

/** What stays where nobody thinks of looking. */
export const LEFTOVER_FLAWS = {
  consoleKeepsTheAnswers: {
    title:
      'The page writes its requests and their answers to the console, left over from looking for an error; signing out loads no page anew.',
    mechanisms: ['token', 'cookie'],
    patch: { page: { diagnostics: 'requests and answers' } },
    breaks: ['logoutClearsTheBrowser'],
  },
} as const satisfies Record<string, Flaw>;
