import { navigate } from '../router.ts';
import { settings } from '../settings.ts';
import { session, signOut } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { contentOf } from './content-of.ts';
import { ConversationList } from './conversation-list.tsx';
import { Icon, Logo } from './icons.tsx';
import { Menu } from './menu.tsx';
import { Search, useSearch } from './search.tsx';
import { useDrawer } from './drawer.tsx';

/** The conversations, and whose they are. A drawer on a narrow screen. */
export function Sidebar() {
  const drawer = useDrawer();
  const search = useSearch();
  return (
    <nav
      id="sidebar"
      class={drawer.open ? 'sidebar sidebar-open' : 'sidebar'}
      aria-label="Conversations"
      onKeyDown={(event) => {
        // Escape in a menu or dialog that was opened from here closes that one.
        const inside = event.target instanceof Element && event.target.closest('[popover], dialog');
        if (event.key === 'Escape' && drawer.open && !inside) drawer.close();
      }}
    >
      <div class="sidebar-head">
        <span class="brand">
          <Logo />
          Harbour
        </span>
        {drawer.narrow && (
          <button
            ref={drawer.closeButton}
            type="button"
            class="icon-button"
            aria-label="Close conversations"
            onClick={drawer.close}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      <button
        type="button"
        class="button button-new"
        onClick={() => {
          drawer.close();
          navigate('/');
        }}
      >
        <Icon name="plus" />
        New conversation
      </button>
      <Search search={search} />
      <div class="sidebar-list">
        {!search.active && <ConversationList />}
        {settings.signOutControl === 'below the list' && <SignOutBelow />}
      </div>
      <AccountMenu />
    </nav>
  );
}

function AccountMenu() {
  const user = useStore(session, (state) => state.user);
  if (!user) return null;
  const account = {
    label: 'Account',
    icon: 'person',
    onSelect: () => navigate('/account'),
  } as const;
  const leave = { label: 'Sign out', icon: 'leave', onSelect: () => void signOut() } as const;
  const items = settings.signOutControl === 'in the account menu' ? [account, leave] : [account];
  return (
    <div class="sidebar-foot">
      <Menu label={`${user.displayName}, account menu`} class="account-button" items={items}>
        <span class="avatar" aria-hidden="true">
          {initials(user.displayName)}
        </span>
        <span class="account-names">
          <span class="account-name" {...contentOf(user.displayName, settings.names)} />
          <span class="account-username">{user.username}</span>
        </span>
        <Icon name="updown" />
      </Menu>
    </div>
  );
}

/** After all there is to scroll through, and a screen further down. */
function SignOutBelow() {
  return (
    <div class="sidebar-end">
      <button type="button" class="button" onClick={() => void signOut()}>
        <Icon name="leave" />
        Sign out
      </button>
    </div>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}
