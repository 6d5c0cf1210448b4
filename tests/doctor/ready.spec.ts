import { test } from '../../fixtures/index.ts';

test('the chatbot is ready to be audited', { tag: '@doctor' }, async ({ doctor, alice, bob }) => {
  await doctor.reaches();
  await doctor.converses(alice);
  await doctor.tellsBy(alice);
  await doctor.converses(bob);
  await doctor.signsOut(alice);
});
