import { useEffect, useState } from 'preact/hooks';
import { fetchShared } from '../api/conversations.ts';
import { Heading } from '../parts/heading.tsx';
import { Icon, Logo } from '../parts/icons.tsx';
import { MessageView } from '../parts/message.tsx';
import { Toasts } from '../parts/toasts.tsx';
import { settings } from '../settings.ts';
import type { Message, SharedConversation } from '../wire.ts';

type Shown = SharedConversation | 'loading' | 'missing' | 'failed';

/** A shared conversation, for anybody who has the link. It needs no session and shows nothing of one. */
export function ShareScreen({ shareId }: { shareId: string }) {
  const [shown, setShown] = useState<Shown>('loading');

  const load = (): void => {
    setShown('loading');
    fetchShared(shareId).then(
      (shared) => setShown(shared ?? 'missing'),
      () => setShown('failed'),
    );
  };
  useEffect(load, [shareId]);
  useEffect(() => {
    document.title = typeof shown === 'object' ? shown.title : 'Shared conversation · Harbour';
  }, [shown]);
  useEffect(forbidIndexing, []);

  return (
    <div class="share">
      <header class="share-header">
        <span class="brand">
          <Logo />
          Harbour
        </span>
        <a class="button" href="/">
          Open Harbour
        </a>
      </header>
      <main class="share-main">
        <ShareContent shown={shown} onRetry={load} />
      </main>
      <Toasts />
    </div>
  );
}

function ShareContent({ shown, onRetry }: { shown: Shown; onRetry: () => void }) {
  switch (shown) {
    case 'loading':
      return <p class="log-loading">Loading…</p>;
    case 'missing':
      return (
        <div class="empty">
          <Icon name="search" />
          <Heading>This link leads nowhere</Heading>
          <p>The conversation was never shared under this link, or no longer is.</p>
        </div>
      );
    case 'failed':
      return (
        <div class="empty" role="alert">
          <Heading>This conversation could not be loaded</Heading>
          <button type="button" class="button button-primary" onClick={onRetry}>
            Try again
          </button>
        </div>
      );
    default:
      return (
        <article class="log-column" aria-labelledby="heading">
          <div class="share-title">
            <Heading>{shown.title}</Heading>
            <p>A shared conversation, as it was when its author shared it.</p>
          </div>
          {shown.messages.map((message, index) => (
            <SharedMessage key={index} message={message} />
          ))}
        </article>
      );
  }
}

function SharedMessage({ message }: { message: Message }) {
  if (settings.sharePage === 'as in the chat') return <MessageView message={message} />;
  return (
    <article class="message message-reply">
      <div class="prose" dangerouslySetInnerHTML={{ __html: message.text }} />
    </article>
  );
}

/** A link that was given to a few must not turn up in search engines. */
function forbidIndexing(): () => void {
  const robots = document.createElement('meta');
  robots.name = 'robots';
  robots.content = 'noindex';
  document.head.append(robots);
  return () => robots.remove();
}
