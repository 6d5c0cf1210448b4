import { useState } from 'preact/hooks';
import { settings } from '../settings.ts';
import { followLink, useRoute } from '../router.ts';
import { chat } from '../state/chat.ts';
import { loadList } from '../state/conversations.ts';
import { useStore } from '../state/store.ts';
import type { ConversationSummary } from '../wire.ts';
import { contentOf } from './content-of.ts';
import { DeleteDialog, RenameDialog } from './conversation-dialogs.tsx';
import { Icon } from './icons.tsx';
import { Menu } from './menu.tsx';
import { period } from './when.ts';

/** Every conversation, newest first, under headings by age. */
export function ConversationList() {
  const list = useStore(chat, (state) => state.list);
  const problem = useStore(chat, (state) => state.listProblem);
  if (problem) {
    return (
      <div class="list-note" role="alert">
        <p>{problem}</p>
        <button type="button" class="button" onClick={() => void loadList()}>
          Try again
        </button>
      </div>
    );
  }
  if (!list) return <p class="list-note list-loading">Loading…</p>;
  if (list.length === 0) return <p class="list-note">Your conversations will be listed here.</p>;
  return (
    <>
      {[...byPeriod(list)].map(([heading, entries]) => (
        <section key={heading} aria-label={heading}>
          <h2 class="list-heading">{heading}</h2>
          <ul class="list">
            {entries.map((entry) => (
              <ConversationEntry key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function byPeriod(list: readonly ConversationSummary[]): Map<string, ConversationSummary[]> {
  const groups = new Map<string, ConversationSummary[]>();
  for (const entry of list) {
    const heading = period(entry.updatedAt);
    groups.set(heading, [...(groups.get(heading) ?? []), entry]);
  }
  return groups;
}

function ConversationEntry({ entry: { id, title } }: { entry: ConversationSummary }) {
  const route = useRoute();
  const [dialog, setDialog] = useState<'rename' | 'delete' | null>(null);
  const current = route.screen === 'conversation' && route.id === id;
  const linkId = `conversation-${id}`;
  const close = (): void => setDialog(null);
  const items = [
    { label: 'Rename', icon: 'pencil', onSelect: () => setDialog('rename') },
    { label: 'Delete', icon: 'trash', dangerous: true, onSelect: () => setDialog('delete') },
  ] as const;
  return (
    <li class="entry">
      <a
        id={linkId}
        class="entry-link"
        href={`/c/${id}`}
        aria-current={current ? 'page' : undefined}
        title={title}
        onClick={followLink}
        {...contentOf(title, settings.titles)}
      />
      {/* The title is not part of the name: a conversation can be called anything, “Sign out” among others. */}
      <Menu label="Options" describedBy={linkId} class="icon-button entry-options" items={items}>
        <Icon name="dots" />
      </Menu>
      {dialog === 'rename' && <RenameDialog id={id} title={title} onClose={close} />}
      {dialog === 'delete' && <DeleteDialog id={id} title={title} onClose={close} />}
    </li>
  );
}
