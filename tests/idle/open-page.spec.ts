import { test } from '../../fixtures/index.ts';

test.use({ lifetimes: 'shortIdle' });

test(
  'an open page that nobody touches keeps no session alive',
  { tag: ['@idle-timeout', '@untouchedPageKeepsNothingAlive'] },
  async ({ alice, idling, needs, album, assess }) => {
    needs('untouchedPageKeepsNothingAlive', 'persistence');
    const limitSeconds = idling.limit('untouchedPageKeepsNothingAlive');
    const session = await alice.signIn();
    const conversation = await alice.converse(session);

    const left = await idling.leaveOpen(conversation, limitSeconds);

    await album.take(session.page, 'The untouched page, past the limit');
    const { idleForSeconds, askedMeanwhile, credentials } = left;
    const attacks = await credentials.tryAgain('the credentials of the untouched page', alice);
    await assess('untouchedPageKeepsNothingAlive', {
      limitSeconds,
      idleForSeconds,
      askedMeanwhile,
      attacks,
    });
  },
);
