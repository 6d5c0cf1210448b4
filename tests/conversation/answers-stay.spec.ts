import { test } from '../../fixtures/index.ts';

test(
  'an answer lands in the conversation that it answers',
  { tag: ['@inconsistent-state', '@answersStayInTheirConversation'] },
  async ({ alice, consistency, needs, assess }) => {
    needs('answersStayInTheirConversation', 'persistence', 'echo');

    const evidence = await consistency.answerPlaces(alice);

    await assess('answersStayInTheirConversation', evidence);
  },
);
