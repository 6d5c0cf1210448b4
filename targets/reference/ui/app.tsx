import { useLayoutEffect } from 'preact/hooks';
import { DrawerProvider, useDrawer } from './parts/drawer.tsx';
import { useFocusOnArrival } from './parts/heading.tsx';
import { Icon, Logo } from './parts/icons.tsx';
import { IdleDialog } from './parts/idle-dialog.tsx';
import { NotFound } from './parts/not-found.tsx';
import { Sidebar } from './parts/sidebar.tsx';
import { SignOutBanner } from './parts/sign-out-banner.tsx';
import { Toasts } from './parts/toasts.tsx';
import { useRoute, type Route } from './router.ts';
import { AccountScreen } from './screens/account.tsx';
import { ChatScreen } from './screens/chat.tsx';
import { ForgottenScreen } from './screens/forgotten.tsx';
import { GuestScreen } from './screens/guest.tsx';
import { ShareScreen } from './screens/share.tsx';
import { SignInScreen } from './screens/sign-in.tsx';
import { chat, titleOf } from './state/chat.ts';
import { session, start } from './state/session.ts';
import { useStore } from './state/store.ts';

/** The page: a shared conversation for anybody, the sign-in form, a guest's chat, or the product for who is signed in. */
export function App() {
  const route = useRoute();
  const phase = useStore(session, (state) => state.phase);
  useDocumentTitle(route, phase === 'signed-in');
  if (route.screen === 'share') return <ShareScreen shareId={route.shareId} />;
  switch (phase) {
    case 'starting':
      return (
        <div class="splash" role="status" aria-label="Loading Harbour">
          <Logo />
        </div>
      );
    case 'unreachable':
      return <Unreachable />;
    case 'signed-out':
      return <Unsigned route={route} />;
    case 'signed-in':
      return (
        <DrawerProvider>
          <Product route={route} />
        </DrawerProvider>
      );
  }
}

function Unsigned({ route }: { route: Route }) {
  if (route.screen === 'guest') return <GuestScreen route={route} />;
  return route.screen === 'forgotten' ? <ForgottenScreen /> : <SignInScreen />;
}

function Product({ route }: { route: Route }) {
  const drawer = useDrawer();
  const ended = useStore(session, (state) => state.endedBanner);
  useFocusOnArrival(route);
  return (
    <div class="layout">
      <a class="skip-link" href="#main">
        Skip to the content
      </a>
      <Sidebar />
      {drawer.open && <div class="backdrop" onClick={drawer.close} />}
      <main id="main" tabIndex={-1} inert={drawer.open}>
        {ended && (
          <div class="banner" role="alert">
            <Icon name="warning" />
            <p>You have been signed out.</p>
            <a class="button" href="/login">
              Sign in again
            </a>
          </div>
        )}
        <SignOutBanner />
        <Screen route={route} />
      </main>
      <IdleDialog />
      <Toasts />
    </div>
  );
}

function Screen({ route }: { route: Route }) {
  switch (route.screen) {
    case 'conversation':
      return <ChatScreen id={route.id} />;
    case 'new':
    case 'sign-in':
    case 'forgotten':
    case 'guest':
      return <ChatScreen id={null} />;
    case 'account':
      return <AccountScreen />;
    case 'share':
    case 'unknown':
      return <NotFound what="page" />;
  }
}

function Unreachable() {
  return (
    <main class="gate">
      <div class="empty">
        <Logo />
        <h1>Harbour cannot be reached</h1>
        <p>Check your connection, then try again.</p>
        <button type="button" class="button button-primary" onClick={() => void start()}>
          Try again
        </button>
      </div>
    </main>
  );
}

function titleForVisitors({ screen }: Route): string {
  if (screen === 'guest') return 'Try Harbour';
  return screen === 'forgotten' ? 'New password · Harbour' : 'Sign in · Harbour';
}

function useDocumentTitle(route: Route, signedIn: boolean): void {
  const conversation = useStore(chat, () =>
    route.screen === 'conversation' ? titleOf(route.id) : undefined,
  );
  useLayoutEffect(() => {
    if (route.screen === 'share') return; // it names itself
    if (!signedIn) document.title = titleForVisitors(route);
    else if (route.screen === 'account') document.title = 'Account · Harbour';
    else document.title = conversation ?? 'Harbour';
  }, [route, signedIn, conversation]);
}
