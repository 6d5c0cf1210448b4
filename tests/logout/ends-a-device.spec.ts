import { test } from '../../fixtures/index.ts';

test(
  'a session that is ended from the list of devices is over',
  { tag: ['@revocation', '@deviceRevocationEndsThatSession'] },
  async ({ alice, endings, needs, assess }) => {
    needs('deviceRevocationEndsThatSession', 'persistence', 'deviceList');
    // Whoever asks to stay signed in holds all that a session can consist of.
    const { session } = await alice.signInToStay();
    const conversation = await alice.converse(session);
    const remedy = await endings.remedy('deviceRevocationEndsThatSession', 'device', alice);
    const held = await conversation.hold({ channels: true, inUse: true });

    await remedy.use();

    const label = 'credentials of a device whose session was ended from the list';
    const attacks = await held.tryAgain(label, alice);
    const { withinMs } = endings;
    await assess('deviceRevocationEndsThatSession', { ending: 'device', attacks, withinMs });
  },
);
