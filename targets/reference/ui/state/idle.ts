import { tellAway, touchSession } from '../api/session.ts';
import { settings } from '../settings.ts';
import { activityAcknowledged } from './events.ts';
import { leavesTheLimit } from './first-tab.ts';
import { createStore } from './store.ts';
import { hearTabs, tellTabs } from './tabs.ts';
import { perform } from './toasts.ts';

/** Watches for a person who has gone away. What counts is what the server acknowledged, from any tab of this browser. */

interface IdleState {
  /** Whole seconds until the limit, while the warning shows; `null` while it does not. */
  secondsLeft: number | null;
}

export const idle = createStore<IdleState>(() => ({ secondsLeft: null }));

const ACTIVITY = ['keydown', 'pointerdown', 'wheel'] as const;

/** Milliseconds. */
let limit = 0;
let lastActivity = 0;
let touching = false;
/** The activity after which a question was closed, where that is all that an answer does. */
let closedFor: number | undefined;
let update: (() => void) | undefined;

activityAcknowledged.listen((at) => {
  recordActivity(at);
  tellTabs({ type: 'activity', at });
});
hearTabs((news) => {
  if (news.type === 'activity') recordActivity(news.at);
});

function recordActivity(at: number): void {
  lastActivity = Math.max(lastActivity, at);
  update?.();
}

/**
 * Watches until the signal is aborted; calls `onLimit` at the limit, where the product is set to act on it.
 * `idleSeconds` is this session's own limit, which is longer where the person asked to be kept signed in.
 */
export function watchIdle(idleSeconds: number, signal: AbortSignal, onLimit: () => void): void {
  if (settings.idle.limit <= 0 || idleSeconds <= 0) return;
  limit = idleSeconds * 1000;
  const warnAt = limit - settings.idle.warnBefore * 1000;
  lastActivity = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    if (signal.aborted) return;
    const passed = Date.now() - lastActivity;
    if (passed >= limit) {
      idle.set({ secondsLeft: null });
      if (settings.idle.enforced && !leavesTheLimit()) onLimit();
      return;
    }
    const warning = passed >= warnAt && closedFor !== lastActivity;
    const left = limit - passed;
    idle.set({ secondsLeft: warning ? Math.ceil(left / 1000) : null });
    timer = setTimeout(look, passed >= warnAt ? left % 1000 || 1000 : warnAt - passed);
  };
  update = look;
  for (const type of ACTIVITY) addEventListener(type, noticeActivity, { signal, passive: true });
  // Timers sleep with the machine: look at the clock again on the way back.
  document.addEventListener('visibilitychange', look, { signal });
  const telling = settings.idle.told === 'what she does' ? undefined : tellRegularly();
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    clearInterval(telling);
    update = undefined;
    idle.reset();
  });
  look();
}

/** Four times within the limit: what the server hears of her must not hang on one request that gets lost. */
function tellRegularly(): ReturnType<typeof setInterval> {
  return setInterval(() => {
    tellAway(Date.now() - lastActivity).catch(() => undefined); // the next one tells the same
  }, limit / 4);
}

/**
 * A person who is there makes the page tell the server, at most four times within the limit. While the warning shows,
 * only its buttons answer it.
 */
function noticeActivity(): void {
  if (idle.get().secondsLeft !== null || touching) return;
  if (Date.now() - lastActivity < limit / 4) return;
  stayAlive();
}

/** Answers the question whether the person is still there. */
export function stay(): void {
  if (settings.idle.staying === 'extends the session') return stayAlive();
  closedFor = lastActivity;
  update?.();
}

/** Tells the server that the person is there. */
export function stayAlive(): void {
  if (touching) return;
  touching = true;
  perform(async () => {
    try {
      await touchSession();
    } finally {
      touching = false;
    }
  });
}
