import type { Limits, Policy } from '../policy.ts';
import type { Mechanism, Settings } from '../settings.ts';

/** What the page is told of the policy. */
export function settingsFor(mechanism: Mechanism, policy: Policy, limits: Limits): Settings {
  const {
    rendering,
    titles,
    sharePage,
    pictures,
    offlineCopy,
    drafts,
    otherTabs,
    failedSignOut,
    signOutControl,
    answers,
    sentText,
    failedMessage,
  } = policy.page;
  const limited = policy.idleLimit !== 'nobody';
  return {
    mechanism,
    idle: {
      limit: limited ? limits.idleSeconds : 0,
      warnBefore: limited ? limits.warnBeforeSeconds : 0,
      enforced: limited,
    },
    rendering,
    titles,
    sharePage,
    pictures,
    offlineCopy,
    drafts,
    otherTabs,
    failedSignOut,
    signOutControl,
    answers,
    sentText,
    failedMessage,
  };
}
