import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { GUEST } from '../api/guest.ts';
import { chat, type OpenConversation } from '../state/chat.ts';
import { openConversation } from '../state/conversations.ts';
import { regenerateReply, sendMessage } from '../state/sending.ts';
import { useStore } from '../state/store.ts';
import { Icon } from './icons.tsx';
import { MessageView, PartialReply, UserMessage } from './message.tsx';

/** Pixels from the end within which the log follows what comes in. */
const NEAR = 80;

interface MessageLogProps {
  id: string;
  /** What stands there before anything is said. */
  children?: ComponentChildren;
}

/** The messages of one conversation, oldest first. It follows the end until one scrolls away from it. */
export function MessageLog({ id, children }: MessageLogProps) {
  const conversation = useStore(chat, ({ open }) => open[id]);
  const log = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const [away, setAway] = useState(false);

  const toEnd = (): void => {
    if (log.current) log.current.scrollTop = log.current.scrollHeight;
  };
  useLayoutEffect(() => {
    if (conversation?.pending) follows.current = true; // one's own message is always shown
    if (follows.current) toEnd();
  }, [conversation]);

  const onScroll = (): void => {
    if (!log.current) return;
    const { scrollHeight, scrollTop, clientHeight } = log.current;
    follows.current = scrollHeight - scrollTop - clientHeight < NEAR;
    setAway(!follows.current);
  };

  return (
    <div class="log-frame">
      <div
        ref={log}
        class="log"
        role="log"
        aria-label="Conversation"
        aria-busy={conversation?.status === 'loading'}
        tabIndex={0}
        onScroll={onScroll}
      >
        <div class="log-column">
          {conversation && <LogContent id={id} {...conversation} />}
          {conversation && isEmpty(conversation) && children}
        </div>
      </div>
      {away && (
        <button type="button" class="to-end" aria-label="To the latest" onClick={toEnd}>
          <Icon name="down" />
        </button>
      )}
    </div>
  );
}

function isEmpty({ status, messages, pending, failure }: OpenConversation): boolean {
  return status === 'ready' && messages.length === 0 && pending === null && failure === null;
}

type LogContentProps = { id: string } & OpenConversation;

function LogContent({ id, status, messages, pending, reply, failure }: LogContentProps) {
  if (status === 'failed') {
    return (
      <LogProblem
        text="This conversation could not be loaded."
        onRetry={() => void openConversation(id)}
      />
    );
  }
  if (status === 'loading') return <p class="log-loading">Loading…</p>;
  const last = messages.at(-1);
  const isSettled = pending === null && reply === null && failure === null;
  const renewable = isSettled && id !== GUEST ? last : undefined;
  const unsent = failure && last?.text !== failure.text;
  return (
    <>
      {messages.map((message) => (
        <MessageView
          key={message.id}
          message={message}
          conversationId={id}
          onRegenerate={message === renewable ? () => void regenerateReply(id) : undefined}
        />
      ))}
      {pending !== null && <UserMessage text={pending} />}
      {reply && <PartialReply text={reply.whole ? reply.text : ''} stopped={reply.stopped} />}
      {unsent && <UserMessage text={failure.text} failed />}
      {failure && (
        <LogProblem
          text={`${unsent ? 'Not sent.' : 'The reply was interrupted.'} ${failure.problem}`}
          onRetry={() => void sendMessage(id, failure.text, failure.files)}
        />
      )}
    </>
  );
}

function LogProblem({ text, onRetry }: { text: string; onRetry: () => void }) {
  return (
    <div class="log-problem" role="alert">
      <Icon name="warning" />
      <p>{text}</p>
      <button type="button" class="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
