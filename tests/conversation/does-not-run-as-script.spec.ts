import { test } from '../../fixtures/index.ts';

test(
  'neither user text nor bot reply runs as script',
  { tag: ['@xss', '@messagesDoNotRunAsScript'] },
  async ({ alice, tryScripts, needs, assess }) => {
    needs('messagesDoNotRunAsScript', 'persistence');
    const session = await alice.signIn();

    const evidence = await tryScripts(session);

    await assess('messagesDoNotRunAsScript', evidence);
  },
);
