import type { ProfileInput } from '../profile.ts';

export const SILLYTAVERN_PROFILE = {
  name: 'SillyTavern 1.19.0',
  signIn: {
    path: '/login',
    afterwards: [
      { waitFor: { placeholder: 'Type a message' } },
      { waitUntilGone: { role: 'dialog', name: 'Initializing' } },
    ],
  },
} as const satisfies ProfileInput;
