import { useEffect } from 'preact/hooks';
import { Composer } from '../parts/composer.tsx';
import { ConversationHeader } from '../parts/conversation-header.tsx';
import { MessageLog } from '../parts/message-log.tsx';
import { NotFound } from '../parts/not-found.tsx';
import { ScreenHeader } from '../parts/screen-header.tsx';
import { Welcome } from '../parts/welcome.tsx';
import { chat, isAnswered, NEW } from '../state/chat.ts';
import { openConversation } from '../state/conversations.ts';
import { nameAddress } from '../router.ts';
import { beginConversation, isSending, sendDraft, stopReply } from '../state/sending.ts';
import { useStore } from '../state/store.ts';
import { sayBeside, tellShown } from '../state/windows.ts';

function send(id: string | null, text: string): void {
  if (id === null) void beginConversation(text);
  // A window beside the chat has only words said for it.
  else if (chat.get().attached[id]?.length || !sayBeside(id, text)) void sendDraft(id, text);
}

/** A conversation, or the empty page on which one begins. One component, so that the focus stays in the composer. */
export function ChatScreen({ id }: { id: string | null }) {
  const conversation = useStore(chat, ({ open }) => (id === null ? undefined : open[id]));
  const beginning = useStore(chat, (state) => state.beginning);
  const replying = useStore(chat, () => id !== null && isAnswered(id));

  useEffect(() => {
    // What this tab is sending right now is more recent than what the server would answer.
    if (id !== null && !isSending(id)) void openConversation(id);
  }, [id]);

  const title = conversation?.status === 'ready' ? conversation.title : '';
  useEffect(() => {
    if (id === null) return;
    nameAddress(id, title);
    if (title !== '') tellShown(id, title);
  }, [id, title]);

  if (id !== null && conversation?.status === 'missing') {
    return <NotFound what="conversation" />;
  }
  const waitingTitle =
    id !== null ? conversation?.title || 'Conversation' : beginning !== null && 'New conversation';
  return (
    <>
      {id !== null && conversation?.status === 'ready' ? (
        <ConversationHeader id={id} />
      ) : (
        <ScreenHeader>{waitingTitle}</ScreenHeader>
      )}
      {id === null ? <Welcome /> : <MessageLog key={id} id={id} />}
      <div class="composer-dock">
        <Composer
          files
          draftKey={id ?? NEW}
          busy={id === null ? beginning !== null : replying}
          onSend={(text) => send(id, text)}
          onStop={() => id !== null && stopReply(id)}
        />
        <p class="composer-hint">Harbour can be wrong. Check what matters to you.</p>
      </div>
    </>
  );
}
