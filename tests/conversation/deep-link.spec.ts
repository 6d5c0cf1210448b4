import { test } from '../../fixtures/index.ts';

test(
  'the address of a conversation shows nothing to others',
  { tag: ['@unauthenticated-access', '@deepLinkShowsNothingToOthers'] },
  async ({ alice, bob, visitor, intrusion, needs, needsAddress, assess }) => {
    needs('deepLinkShowsNothingToOthers', 'persistence');
    const hers = await alice.conversation();
    needsAddress('deepLinkShowsNothingToOthers', hers);
    const { session } = await bob.conversation();

    const attacks = await intrusion.followDeepLink(hers, [
      { label: 'a visitor who never signed in', context: visitor.context },
      { label: bob.name, context: session.context },
    ]);

    await assess('deepLinkShowsNothingToOthers', { attacks });
  },
);
