import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { replyHtml } from '../markdown.ts';
import { settings } from '../settings.ts';
import { perform, showToast } from '../state/toasts.ts';
import type { Message } from '../wire.ts';
import { MessageFiles } from './attachments.tsx';
import { contentOf } from './content-of.ts';
import { Icon, Logo } from './icons.tsx';
import { shortTime } from './when.ts';

interface MessageViewProps {
  message: Message;
  /** Where files that came with it are; missing where they are not to be had. */
  conversationId?: string;
  /** Has it written anew, where that can be done. */
  onRegenerate?: (() => void) | undefined;
}

/** One message of a conversation. */
export function MessageView({ message, conversationId, onRegenerate }: MessageViewProps) {
  if (message.role === 'user') {
    const { text, at, attachments = [] } = message;
    return (
      <UserMessage text={text} at={at}>
        {conversationId !== undefined && attachments.length > 0 && (
          <MessageFiles conversationId={conversationId} files={attachments} />
        )}
      </UserMessage>
    );
  }
  return (
    <ReplyFrame label="Harbour">
      <ReplyText text={message.text} />
      <div class="message-foot">
        <CopyButton text={message.text} />
        {onRegenerate && (
          <button type="button" class="quiet-button" onClick={onRegenerate}>
            <Icon name="again" />
            Regenerate
          </button>
        )}
        <time dateTime={new Date(message.at).toISOString()}>{shortTime(message.at)}</time>
      </div>
    </ReplyFrame>
  );
}

interface UserMessageProps {
  text: string;
  /** Missing while it is being sent. */
  at?: number;
  failed?: boolean;
  /** What came with it. */
  children?: ComponentChildren;
}

export function UserMessage({ text, at, failed, children }: UserMessageProps) {
  return (
    <article
      class={failed ? 'message message-user message-failed' : 'message message-user'}
      aria-label="You"
    >
      <div class="bubble" {...contentOf(text, settings.rendering.user)} />
      {children}
      {at !== undefined && <time dateTime={new Date(at).toISOString()}>{shortTime(at)}</time>}
    </article>
  );
}

interface PartialReplyProps {
  /** Empty before the first word. */
  text: string;
  stopped: boolean;
}

/** A reply while it is being written, or after it was cut short. */
export function PartialReply({ text, stopped }: PartialReplyProps) {
  return (
    <ReplyFrame label="Harbour" busy={!stopped}>
      {text === '' && !stopped ? (
        <p class="thinking">
          <span class="visually-hidden">Harbour is thinking…</span>
          <span class="thinking-dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
        </p>
      ) : (
        <ReplyText text={text} writing={!stopped} />
      )}
      {stopped && <p class="message-note">You stopped this reply.</p>}
    </ReplyFrame>
  );
}

interface ReplyFrameProps {
  label: string;
  busy?: boolean;
  children: ComponentChildren;
}

function ReplyFrame({ label, busy = false, children }: ReplyFrameProps) {
  return (
    <article class="message message-reply" aria-label={label} aria-busy={busy}>
      <Logo />
      <div class="message-content">{children}</div>
    </article>
  );
}

function ReplyText({ text, writing = false }: { text: string; writing?: boolean }) {
  const html = useMemo(() => replyHtml(text), [text]);
  return (
    <div
      class={writing ? 'prose prose-writing' : 'prose'}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

function CopyButton({ text }: { text: string }) {
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    showToast('done', 'Reply copied.');
  };
  return (
    <button type="button" class="quiet-button" onClick={() => perform(copy)}>
      <Icon name="copy" />
      Copy
    </button>
  );
}
