import { test } from '@playwright/test';
import { VERDICT_CONTENT_TYPE } from '../../../../../checks/verdict.ts';
import { flawed, verdict } from '../crafted-verdicts.ts';

test('Signing out revokes every credential that was in use', { tag: '@revocation' }, async () => {
  const info = test.info();
  const flaw = String(info.project.metadata['flaw']);
  const blunted = process.env['SAMPLE_BLUNT'] === flaw;
  const given = blunted ? verdict('logoutRevokesCredentials') : flawed('logoutRevokesCredentials');
  await info.attach('verdict', {
    body: JSON.stringify({ ...given, proof: { flaw, expected: 'fail' } }),
    contentType: VERDICT_CONTENT_TYPE,
  });
});

test(
  'Signing out leaves nothing of the session in the browser',
  { tag: '@insecure-storage' },
  async () => {
    await test.info().attach('verdict', {
      body: JSON.stringify(verdict('logoutClearsTheBrowser')),
      contentType: VERDICT_CONTENT_TYPE,
    });
  },
);
