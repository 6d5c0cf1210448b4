import { BOTH, type Flaw } from './flaw.ts';

/** What goes wrong with files that come with messages. */
export const FILE_FLAWS = {
  fileNameEndsItsAttribute: {
    title:
      'A message shows the names of its files as HTML in which no element can begin, but a quotation mark ends the attribute that tells the whole name; inline script may run.',
    mechanisms: BOTH,
    patch: {
      page: { fileNames: 'html with quotation marks left as they are', inlineScript: 'allowed' },
    },
    breaks: ['messagesDoNotRunAsScript'],
  },
  filesNeedNoSession: {
    title: 'A file that came with a message is handed to anyone who knows its address.',
    mechanisms: ['token', 'cookie'],
    patch: { conversations: { filesNeed: 'nothing' } },
    breaks: ['conversationNeedsAuthentication', 'conversationStaysWithItsOwner'],
  },
} as const satisfies Record<string, Flaw>;
