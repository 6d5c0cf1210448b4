import { BOTH, type Flaw } from './flaw.ts';

/** Where page and server disagree on what was said, or where. */
export const CONSISTENCY_FLAWS = {
  answerGoesToTheOpenConversation: {
    title: 'The page writes an answer into whichever conversation is open when it comes in.',
    mechanisms: BOTH,
    provedOnce: true,
    patch: { page: { answers: 'into the open conversation' } },
    breaks: ['answersStayInTheirConversation'],
  },
  answerStoredWhereOneLooked: {
    title: 'The server puts an answer away in the conversation that the person looked at last.',
    mechanisms: BOTH,
    provedOnce: true,
    patch: { conversations: { answersStored: 'where the person looked last' } },
    breaks: ['answersStayInTheirConversation'],
  },
  doubleSendIsTwice: {
    title: 'A message can be sent again until the server has taken it, and the server takes both.',
    mechanisms: BOTH,
    provedOnce: true,
    patch: { page: { sentText: 'leaves once accepted' } },
    breaks: ['nothingIsLostOrDoubled'],
  },
  failedSendLosesTheDraft: {
    title:
      'A message that does not reach the server leaves box and page, and the person is told nothing.',
    mechanisms: BOTH,
    provedOnce: true,
    patch: { page: { failedMessage: 'dropped' } },
    breaks: ['nothingIsLostOrDoubled'],
  },
} as const satisfies Record<string, Flaw>;
