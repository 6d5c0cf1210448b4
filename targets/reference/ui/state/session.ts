import { dropToken } from '../api/access-token.ts';
import { isRefusal, problemText } from '../api/failures.ts';
import * as api from '../api/session.ts';
import { currentRoute, navigate, onRouteChange, returnPath, type Route } from '../router.ts';
import { settings } from '../settings.ts';
import type { Settings } from '../../settings.ts';
import type { EndReason, SessionInfo, User } from '../wire.ts';
import { chat } from './chat.ts';
import { loadList } from './conversations.ts';
import { sessionLost, type SessionLoss } from './events.ts';
import { leavesTheLimit } from './first-tab.ts';
import { watchIdle } from './idle.ts';
import { keepLive } from './live.ts';
import { clearCopies } from './offline-copy.ts';
import { forgetSignOut, isSignOutPending, keepSignOut } from './pending-sign-out.ts';
import { closeScope, openScope, scopeSignal } from './scope.ts';
import { createStore } from './store.ts';
import { hearTabs, tellTabs, type TimeUp } from './tabs.ts';
import { toasts } from './toasts.ts';
import { keepUnsent, restoreUnsent } from './unsent.ts';

/** Whose page this is, from signing in to signing out. */
interface SessionState {
  phase: 'starting' | 'unreachable' | 'signed-out' | 'signed-in';
  user: User | null;
  /** Told on the sign-in page. */
  notice: { tone: 'info' | 'problem'; text: string } | null;
  /** Where the person asked to sign out: the server has not answered yet, or did not confirm it, and why. */
  signOut: { step: 'asked' } | { step: 'failed'; problem: string } | null;
  /** The session is over, and the product is set to leave the screen as it is and say so. */
  endedBanner: boolean;
}

export const session = createStore<SessionState>(() => ({
  phase: 'starting',
  user: null,
  notice: null,
  signOut: null,
  endedBanner: false,
}));

/** The screens that show themselves to whoever has not signed in. */
const NEEDS_NO_SESSION: ReadonlySet<Route['screen']> = new Set([
  'sign-in',
  'forgotten',
  'guest',
  'share',
]);

/** Finds out whether somebody is signed in, and shows the page or the sign-in form accordingly. */
export async function start(): Promise<void> {
  session.set({ phase: 'starting' });
  if (isSignOutPending()) return finishSignOut();
  try {
    enter(await api.fetchSession());
  } catch (error) {
    if (isRefusal(error, 401)) showSignIn();
    else session.set({ phase: 'unreachable' });
  }
}

/** Whoever was to be signed out stays so, whatever the browser still holds. */
async function finishSignOut(): Promise<void> {
  if ((await problemOfLogout()) === null) {
    forgetSignOut();
    clearCopies(true);
  }
  showSignIn();
}

function showSignIn(): void {
  dropToken();
  session.set({ phase: 'signed-out', user: null });
  if (!NEEDS_NO_SESSION.has(currentRoute().screen)) {
    navigate('/login', { replace: true, returnTo: location.pathname });
  }
}

/** `brought`: the conversation that the person has begun as a guest. */
function enter({ user, idleSeconds, absoluteExpiresAt }: SessionInfo, brought?: string): void {
  const signal = openScope();
  chat.reset(); // a guest's conversation, which this page is no longer to go on with
  restoreUnsent(user.username);
  session.set({ phase: 'signed-in', user, notice: null, signOut: null, endedBanner: false });
  const { screen } = currentRoute();
  const named = namedByTheLink();
  if (screen === 'sign-in' && named !== null) location.assign(named);
  else if (screen === 'sign-in') navigate(destination(brought), { replace: true });
  if (screen === 'guest' || screen === 'forgotten') navigate('/', { replace: true });
  void loadList();
  void keepLive(signal);
  watchIdle(idleSeconds, signal, () => timeIsUp('idle'));
  if (absoluteExpiresAt) watchExpiry(absoluteExpiresAt, signal);
}

/** Where the link to the sign-in form says to go on, in products that believe it. */
function namedByTheLink(): string | null {
  if (settings.afterSignIn !== 'wherever the link says') return null;
  return new URLSearchParams(location.search).get('next');
}

/** What the person was on her way to goes before what she has brought along. */
function destination(brought: string | undefined): string {
  const wanted = returnPath();
  return brought !== undefined && wanted === '/' ? `/c/${brought}` : wanted;
}

/** The longest wait that a browser's timer takes, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

function watchExpiry(expiresAt: number, signal: AbortSignal): void {
  const wait = Math.min(Math.max(expiresAt - Date.now(), 0), LONGEST_TIMER);
  const timer = setTimeout(() => timeIsUp('expired'), wait);
  signal.addEventListener('abort', () => clearTimeout(timer));
}

/** The request of a page whose time was up; resolves in any case. */
let farewell: Promise<unknown> = Promise.resolve();

/**
 * The server has a clock of its own, and a person of whom this page takes leave must be out there, too. The screen does
 * not wait for it: where the server cannot be reached, its own limit is what is left.
 */
function timeIsUp(reason: TimeUp): void {
  if (settings.timeoutReaches === 'the server') {
    farewell = problemOfLogout();
    // They would hear of it from the server as of a sign-out that somebody asked for.
    tellTabs({ type: 'timed-out', reason });
  }
  sessionLost.emit({ reason, cause: 'notice' });
}

/** Throws a `RefusedError` where the server does not take the credentials. */
export function signIn(credentials: Parameters<typeof api.login>[0]): Promise<void> {
  return enterBy(() => api.login(credentials));
}

/** The same for the account that the product offers in this browser. */
export function signInAsKnown(): Promise<void> {
  return enterBy(api.loginAsKnown);
}

async function enterBy(login: () => ReturnType<typeof api.login>): Promise<void> {
  await farewell; // which would take the new session's cookie along
  const { conversationId } = await login();
  forgetSignOut(); // its session has been replaced
  const info = await api.fetchSession();
  tellTabs({ type: 'signed-in', username: info.user.username });
  enter(info, conversationId);
}

/**
 * Signs out on the server, and only then here: a page that is cleared says that the session is over. Until the server
 * has confirmed it the person stays where she is, and is told if it failed.
 */
export async function signOut(): Promise<void> {
  if (session.get().signOut?.step === 'asked') return;
  const signal = scopeSignal();
  session.set({ signOut: { step: 'asked' } });
  const problem = await problemOfLogout();
  if (problem !== null && settings.failedSignOut === 'told') {
    // The session may have ended meanwhile in another way.
    if (!signal.aborted) session.set({ signOut: { step: 'failed', problem } });
    return;
  }
  if (problem !== null && settings.failedSignOut === 'repeated later') keepSignOut();
  tellTabs({ type: 'signed-out' });
  if (!signal.aborted) leave('logout', 'anew', problem === null);
}

/** Why the server did not confirm that the session is over; `null` where it did. */
async function problemOfLogout(): Promise<string | null> {
  try {
    await api.logout();
    return null;
  } catch (error) {
    return isRefusal(error, 401) ? null : problemText(error);
  }
}

export function dismissFailedSignOut(): void {
  if (session.get().signOut?.step === 'failed') session.set({ signOut: null });
}

export async function signOutEverywhere(): Promise<void> {
  await api.logoutEverywhere();
  tellTabs({ type: 'signed-out' });
  leave('logout', 'anew');
}

/** Shows the sign-in form and why. `resume` brings the person back here after they signed in. */
function leave(
  reason: keyof typeof api.END_NOTICES,
  then: 'resume' | 'anew',
  confirmed = true,
): void {
  const returnTo = then === 'resume' ? { returnTo: location.pathname } : {};
  const { user } = session.get();
  if (then === 'resume' && user) keepUnsent(user.username);
  forgetEverything(confirmed);
  session.set({ phase: 'signed-out', notice: { tone: 'info', text: api.END_NOTICES[reason] } });
  navigate('/login', { replace: true, ...returnTo });
}

/** Nothing of the person stays: no state, hence nothing on screen, no token, no request under way. */
function forgetEverything(confirmed = true): void {
  closeScope();
  dropToken();
  chat.reset();
  toasts.reset();
  session.reset();
  clearCopies(confirmed);
  dropPreview();
}

/** The document may have been one about a conversation. */
function dropPreview(): void {
  for (const meta of document.querySelectorAll('meta[property^="og:"]')) meta.remove();
}

async function startAsSomebodyElse(): Promise<void> {
  forgetEverything();
  navigate('/', { replace: true });
  await start();
}

function onLoss({ reason, cause }: SessionLoss): void {
  const { phase, endedBanner } = session.get();
  if (phase !== 'signed-in' || (endedBanner && cause === 'notice')) return;
  if (cause === 'notice' && (isLeftAsItIs() || isLeftToTheFirstTab(reason))) return;
  if (reason === 'replaced') void startAsSomebodyElse();
  else if (cause === 'action' || reactionTo(reason) === 'return to sign-in') {
    leave(reason, reason === 'logout' ? 'anew' : 'resume');
  } else if (reactionTo(reason) === 'show a notice') session.set({ endedBanner: true });
}

/** The time is up, and the product is set to have one tab act on that; a connection is closed without a better reason. */
function isLeftToTheFirstTab(reason: SessionLoss['reason']): boolean {
  return leavesTheLimit() && (reason === 'idle' || reason === 'expired');
}

function reactionTo(reason: EndReason): Settings['otherTabs'] {
  return reason === 'idle' ? settings.timedOut : settings.otherTabs;
}

/** Nothing private is on the screen, and the product is set to take that for a reason. */
function isLeftAsItIs(): boolean {
  return settings.emptyTabs === 'left as they are' && currentRoute().screen === 'new';
}

function heedsNewcomers(): boolean {
  return settings.newcomers === 'start anew' && !isLeftAsItIs();
}

sessionLost.listen(onLoss);

hearTabs((news) => {
  const { phase, user } = session.get();
  if (news.type === 'signed-out') onLoss({ reason: 'logout', cause: 'notice' });
  if (news.type === 'timed-out') onLoss({ reason: news.reason, cause: 'notice' });
  if (news.type !== 'signed-in' || phase === 'starting') return;
  if (!user) void start();
  else if (user.username !== news.username && heedsNewcomers()) void startAsSomebodyElse();
});

addEventListener('online', () => {
  if (session.get().phase === 'signed-out' && isSignOutPending()) void finishSignOut();
});

// The browser's own buttons lead back to addresses of a time when somebody else was, or nobody was, signed in.
onRouteChange(() => {
  const { phase } = session.get();
  const { screen } = currentRoute();
  const forOthers = screen === 'sign-in' || screen === 'forgotten' || screen === 'guest';
  if (phase === 'signed-in' && forOthers) navigate('/', { replace: true });
  if (phase === 'signed-out' && !NEEDS_NO_SESSION.has(screen)) showSignIn();
});

// A page that the browser kept aside and shows again may belong to a session that is over.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});
