import type { Limits } from '../limits.ts';
import type { Policy } from '../policy.ts';
import type { Mechanism, Settings } from '../settings.ts';

/**
 * What the page is told of the policy.
 *
 * @param collector the origin that the page reports to, where there is one
 */
export function settingsFor(
  mechanism: Mechanism,
  policy: Policy,
  limits: Limits,
  collector: string | undefined,
): Settings {
  const {
    rendering,
    titles,
    names,
    fileNames,
    sharePage,
    suggestedQuestion,
    afterSignIn,
    pictures,
    offlineCopy,
    drafts,
    accessToken,
    signInForm,
    addresses,
    otherTabs,
    timedOut,
    timeoutReaches,
    idleWarning,
    staying,
    idleLimitActedOnBy,
    newcomers,
    heededRefusals,
    emptyTabs,
    lostConversation,
    goneConversations,
    telemetry,
    failedSignOut,
    signOutControl,
    diagnostics,
    answers,
    windowsHeard,
    windowsTold,
    sentText,
    failedMessage,
    unsentAtTheEnd,
  } = policy.page;
  const limited = limitedInPage(policy);
  return {
    mechanism,
    idle: {
      limit: limited ? limits.idleSeconds : 0,
      warnBefore: limited && idleWarning === 'shown' ? limits.warnBeforeSeconds : 0,
      staying,
      enforced: limited,
      actedOnBy: idleLimitActedOnBy,
      told: policy.idleTime === 'told by the page' ? 'how long she is away, too' : 'what she does',
    },
    rendering,
    titles,
    names,
    fileNames,
    sharePage,
    suggestedQuestion,
    afterSignIn,
    pictures,
    offlineCopy,
    drafts,
    accessToken,
    signInForm,
    addresses,
    liveOpening: policy.live.opening,
    otherTabs,
    timedOut,
    timeoutReaches,
    newcomers,
    heededRefusals,
    emptyTabs,
    lostConversation,
    goneConversations,
    telemetry:
      collector === undefined || telemetry === 'none' ? null : { collector, tells: telemetry },
    failedSignOut,
    signInOffers: policy.logout.offersAfterwards,
    signOutControl,
    diagnostics,
    answers,
    windowsHeard,
    windowsTold,
    sentText,
    failedMessage,
    unsentAtTheEnd,
  };
}

/** Whether the page watches for a person who has gone away. */
export function limitedInPage({ idleLimit }: Policy): boolean {
  return idleLimit === 'server and page' || idleLimit === 'page only';
}
