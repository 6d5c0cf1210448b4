/**
 * What a conversation stands in, as far as the page says so: its main part, a log, or a box that is called so. By ids
 * whole pages are called, too: only those count that say no more than that.
 */
export const AROUND_CONVERSATION = [
  ...['main', '[role="main"]', '[role="log"]'],
  ...['message', 'chat', 'conversation'].map((name) => `[class*="${name}" i]`),
  ...['#chat', '#conversation', '[id$="messages" i]'],
].join(', ');

/** What names a conversation without being it. */
export const OUTSIDE_CONVERSATION = [
  ...['a', 'button', 'nav', 'aside', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...[
    ...['link', 'button', 'navigation', 'complementary', 'option', 'treeitem', 'tab', 'menuitem'],
    'heading',
  ].map((role) => `[role="${role}"]`),
].join(', ');
