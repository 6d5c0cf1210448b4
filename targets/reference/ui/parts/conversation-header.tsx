import { useState } from 'preact/hooks';
import { chat } from '../state/chat.ts';
import { exportToFile } from '../state/conversations.ts';
import { useStore } from '../state/store.ts';
import { perform } from '../state/toasts.ts';
import { openBeside } from '../state/windows.ts';
import { DeleteDialog, RenameDialog } from './conversation-dialogs.tsx';
import { Icon } from './icons.tsx';
import { Menu } from './menu.tsx';
import { ScreenHeader } from './screen-header.tsx';
import { ShareDialog } from './share-dialog.tsx';

/** The title of the open conversation and what can be done with it. */
export function ConversationHeader({ id }: { id: string }) {
  const title = useStore(chat, ({ open }) => open[id]?.title ?? '');
  const shared = useStore(chat, ({ open }) => Boolean(open[id]?.shareId));
  const [dialog, setDialog] = useState<'share' | 'rename' | 'delete' | null>(null);
  const close = (): void => setDialog(null);
  const items = [
    { label: 'Rename', icon: 'pencil', onSelect: () => setDialog('rename') },
    { label: 'Export', icon: 'download', onSelect: () => perform(() => exportToFile(id)) },
    { label: 'Open beside', icon: 'device', onSelect: () => openBeside(id) },
    { label: 'Delete', icon: 'trash', dangerous: true, onSelect: () => setDialog('delete') },
  ] as const;
  return (
    <>
      <ScreenHeader
        actions={
          <>
            <button type="button" class="button button-header" onClick={() => setDialog('share')}>
              <Icon name="share" />
              {shared ? 'Shared' : 'Share'}
            </button>
            <Menu label="Conversation options" items={items}>
              <Icon name="dots" />
            </Menu>
          </>
        }
      >
        {title}
      </ScreenHeader>
      {dialog === 'share' && <ShareDialog id={id} onClose={close} />}
      {dialog === 'rename' && <RenameDialog id={id} title={title} onClose={close} />}
      {dialog === 'delete' && <DeleteDialog id={id} title={title} onClose={close} />}
    </>
  );
}
