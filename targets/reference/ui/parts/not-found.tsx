import { followLink } from '../router.ts';
import { Icon } from './icons.tsx';
import { ScreenHeader } from './screen-header.tsx';

/** Says the same of what never was, what is gone, and what is somebody else's. */
export function NotFound({ what }: { what: 'conversation' | 'page' }) {
  return (
    <>
      <ScreenHeader>Not found</ScreenHeader>
      <div class="empty">
        <Icon name="search" />
        <h2>This {what} is not here</h2>
        <p>It may have been deleted, or the link may be incomplete.</p>
        <a class="button button-primary" href="/" onClick={followLink}>
          Start a new conversation
        </a>
      </div>
    </>
  );
}
