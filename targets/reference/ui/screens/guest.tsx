import { useEffect } from 'preact/hooks';
import { GUEST } from '../api/guest.ts';
import { Composer } from '../parts/composer.tsx';
import { Heading, useFocusOnArrival } from '../parts/heading.tsx';
import { Logo } from '../parts/icons.tsx';
import { MessageLog } from '../parts/message-log.tsx';
import { Toasts } from '../parts/toasts.tsx';
import { followLink, type Route } from '../router.ts';
import { chat, isAnswered } from '../state/chat.ts';
import { enterAsGuest } from '../state/guest.ts';
import { sendMessage, stopReply } from '../state/sending.ts';
import { useStore } from '../state/store.ts';

/** A chat for somebody who has no account: one conversation, kept for this browser until somebody signs in there. */
export function GuestScreen({ route }: { route: Route }) {
  const replying = useStore(chat, () => isAnswered(GUEST));
  useEffect(enterAsGuest, []);
  useFocusOnArrival(route);
  return (
    <div class="guest">
      <header class="guest-header">
        <Logo />
        <Heading>Try Harbour</Heading>
        <a class="button button-header" href="/login" onClick={followLink}>
          Sign in to keep this conversation
        </a>
      </header>
      <main>
        <MessageLog id={GUEST}>
          <div class="guest-welcome">
            <p>What is on your mind?</p>
            <p>You need no account to ask. Sign in later, and this conversation comes along.</p>
          </div>
        </MessageLog>
        <div class="composer-dock">
          <Composer
            draftKey={GUEST}
            busy={replying}
            onSend={(text) => void sendMessage(GUEST, text)}
            onStop={() => stopReply(GUEST)}
          />
          <p class="composer-hint">Harbour can be wrong. Check what matters to you.</p>
        </div>
      </main>
      <Toasts />
    </div>
  );
}
