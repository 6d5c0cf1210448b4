import { profileSchema, type Profile } from '../profile.ts';
import type { Limits } from './limits.ts';

/** What an audit is told of the embedded chatbot: no more than any team would tell of its own. The rest is discovered. */
export function referenceProfile(name: string, limits: Limits): Profile {
  return profileSchema.parse({
    name,
    signIn: { path: '/login' },
    allows: ['passwordChange', 'nameChange', 'passwordReset'],
    policy: {
      idleSeconds: limits.idleSeconds,
      absoluteSeconds: limits.absoluteSeconds,
      rememberedSeconds: limits.rememberSeconds,
      // A push takes milliseconds. Longer than the idle limit would hide that none was sent: the tab would leave anyway.
      otherTabsWithinSeconds: Math.min(4, limits.idleSeconds / 2),
    },
  });
}
