import { test } from '../../fixtures/index.ts';

test.use({ pace: 'thoughtful' });

test(
  'an answer lands in the conversation that it answers',
  { tag: ['@inconsistent-state', '@answersStayInTheirConversation'] },
  async ({ alice, consistency, needs, assess }) => {
    // Five answers are left or stopped, one after the other, and all of them looked for on two devices.
    test.slow();
    needs('answersStayInTheirConversation', 'persistence', 'echo');

    const evidence = await consistency.answerPlaces(alice);

    await assess('answersStayInTheirConversation', evidence);
  },
);
