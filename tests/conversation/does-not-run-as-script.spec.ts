import { test } from '../../fixtures/index.ts';

test(
  'neither user text nor bot reply runs as script',
  { tag: ['@xss', '@messagesDoNotRunAsScript'] },
  async ({ alice, tryScripts, needs, assess }) => {
    needs('messagesDoNotRunAsScript', 'persistence');
    const evidence = await tryScripts(alice);

    await assess('messagesDoNotRunAsScript', evidence);
  },
);
