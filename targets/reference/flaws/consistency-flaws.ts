import { BOTH, type Flaw } from './flaw.ts';

/** Where page and server disagree on what was said, or where. */
export const CONSISTENCY_FLAWS = {
  answerGoesToTheOpenConversation: {
    title: 'The page writes an answer into whichever conversation is open when it comes in.',
    mechanisms: BOTH,
    patch: { page: { answers: 'into the open conversation' } },
    breaks: ['answersStayInTheirConversation'],
  },
  answerStoredWhereOneLooked: {
    title: 'The server puts an answer away in the conversation that the person looked at last.',
    mechanisms: BOTH,
    patch: { conversations: { answersStored: 'where the person looked last' } },
    breaks: ['answersStayInTheirConversation'],
  },
  answerStoredWhereAnybodyAsked: {
    title:
      'The server keeps the conversation that it is answering in a field that all requests share, and puts each answer away there.',
    mechanisms: BOTH,
    patch: { conversations: { answersStored: 'where anybody asked last' } },
    breaks: ['peopleWhoChatAtOnceStayApart', 'answersStayInTheirConversation'],
  },
  abandonedAnswerGoesToTheNext: {
    title:
      'The rest of an answer that was abandoned stays in the connection to the model, and comes to whoever asks next.',
    mechanisms: BOTH,
    patch: { conversations: { abandonedAnswers: 'read by whoever asks next' } },
    // An answer that is stopped is abandoned, too.
    breaks: ['peopleWhoChatAtOnceStayApart', 'answersStayInTheirConversation'],
  },
  stoppedAnswerGoesOnInTheNext: {
    title:
      'The model is not told that an answer was stopped, and what it goes on to write comes first in the next answer of that conversation.',
    mechanisms: BOTH,
    patch: { conversations: { abandonedAnswers: 'read by the next question there' } },
    breaks: ['answersStayInTheirConversation'],
  },
  regeneratedAnswerGoesWhereOneLooked: {
    title:
      'An answer that is written anew is put away in the conversation that the person opened last.',
    mechanisms: BOTH,
    patch: { conversations: { answersRenewed: 'where the person looked last' } },
    breaks: ['answersStayInTheirConversation'],
  },
  doubleSendIsTwice: {
    title: 'A message can be sent again until the server has taken it, and the server takes both.',
    mechanisms: BOTH,
    patch: { page: { sentText: 'leaves once accepted' } },
    breaks: ['nothingIsLostOrDoubled'],
  },
  failedSendLosesTheDraft: {
    title:
      'A message that does not reach the server leaves box and page, and the person is told nothing.',
    mechanisms: BOTH,
    patch: { page: { failedMessage: 'dropped' } },
    breaks: ['nothingIsLostOrDoubled', 'devicesAgreeOnWhatWasSaid'],
  },
  lostAnswersAreAskedForAgain: {
    title:
      'A message whose answer does not arrive is sent once more by the page, and the server takes it for another one.',
    mechanisms: BOTH,
    patch: { page: { failedMessage: 'sent again' } },
    breaks: ['nothingIsLostOrDoubled'],
  },
  endedSessionLosesTheDraft: {
    title:
      'A message that is refused for want of a session disappears from box and page, and nothing says why.',
    mechanisms: BOTH,
    patch: { page: { unsentAtTheEnd: 'dropped' } },
    breaks: ['endedSessionLosesNoMessage'],
  },
  refusedMessageLooksSent: {
    title:
      'A message that is refused for want of a session stays on the screen like those that were sent.',
    mechanisms: BOTH,
    patch: { page: { unsentAtTheEnd: 'left on the screen' } },
    breaks: ['endedSessionLosesNoMessage'],
  },
  answersWriteTheConversationBack: {
    title:
      'Each request reads the conversation, and writes the whole of it back with its answer; only requests of one session wait for one another.',
    mechanisms: BOTH,
    patch: { conversations: { writing: 'the whole, as it was read for the answer' } },
    breaks: ['devicesAgreeOnWhatWasSaid'],
  },
} as const satisfies Record<string, Flaw>;
