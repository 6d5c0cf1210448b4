import { CHECK_CLASSES, CHECK_IDS, type CheckId } from '../../../checks/check-ids.ts';
import { applyFlaw, FLAWS, FLAW_NAMES, flawFor } from '../../../targets/reference/flaws.ts';
import { SOUND } from '../../../targets/reference/policy.ts';
import { MECHANISMS } from '../../../targets/reference/settings.ts';
import { expect, test } from './chatbot-test.ts';
import { decisionsOf, differences } from './decisions.ts';
import { CHANGES } from './expected-changes.ts';
import { soundDecisions } from './expected-decisions.ts';

for (const mechanism of MECHANISMS) {
  test(`a chatbot without a flaw decides soundly (${mechanism})`, async ({ start, clock }) => {
    const chatbot = await start({ mechanism, now: clock.now });
    expect(await decisionsOf(chatbot, clock)).toEqual(soundDecisions(mechanism));
  });

  // With the other mechanism a flaw's own checks are proved in the browser.
  const possible = FLAW_NAMES.filter((name) => FLAWS[name].mechanisms[0] === mechanism);
  for (const name of possible) {
    test(`${name} changes what it names and nothing else (${mechanism})`, async ({
      start,
      clock,
    }) => {
      const chatbot = await start({ mechanism, flaw: name, now: clock.now });
      const sound = soundDecisions(mechanism);
      const changed = differences(sound, await decisionsOf(chatbot, clock));
      expect(changed).toEqual(applicable(CHANGES[name], sound));
    });
  }
}

/** The changes to questions that are asked at all, without a visitor's where there are none. */
function applicable(changes: object, sound: object): object {
  const visitors = 'an issued identifier survives the login' in sound;
  return Object.fromEntries(
    Object.entries(changes).filter(
      ([question]) => question in sound && (visitors || question !== 'a visitor reads'),
    ),
  );
}

test('a flaw is laid over a copy of the policy', () => {
  const before = structuredClone(SOUND);
  const patched = applyFlaw(SOUND, FLAWS.botReplyRenderedAsHtml);
  expect(SOUND).toEqual(before);
  expect(patched).toEqual({
    ...SOUND,
    page: {
      ...SOUND.page,
      rendering: { user: 'text', bot: 'html' },
      inlineScript: 'allowed',
    },
  });
});

test('every check is broken by a flaw, and every class by at least two', () => {
  const breaking = (matches: (check: CheckId) => boolean) =>
    FLAW_NAMES.filter((name) => FLAWS[name].breaks.some(matches)).length;
  for (const check of CHECK_IDS) {
    expect(
      breaking((broken) => broken === check),
      check,
    ).toBeGreaterThanOrEqual(1);
  }
  for (const flawClass of new Set(Object.values(CHECK_CLASSES))) {
    const inClass = (check: CheckId): boolean => CHECK_CLASSES[check] === flawClass;
    expect(breaking(inClass), flawClass).toBeGreaterThanOrEqual(2);
  }
});

test('a flaw that a mechanism cannot have is refused with the reason', () => {
  expect(() => flawFor('loginKeepsSessionIdentifier', 'token')).toThrow(
    'The flaw loginKeepsSessionIdentifier needs the mechanism cookie',
  );
});
