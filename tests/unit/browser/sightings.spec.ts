import { expect, test } from '@playwright/test';
import { Sightings } from '../../../fixtures/browser/sightings.ts';

const FAMILY = 'an image';

test('each surface that was tried is a trial of its own', () => {
  const seen = new Sightings(FAMILY);
  seen.rendered(['user', 'bot']);
  seen.effect(['bot'], 'it ran at once');
  seen.effect(['bot'], 'it ran at once');
  expect(seen.trials(['user', 'bot'])).toEqual([
    { family: FAMILY, surface: 'user', rendered: true, effects: [] },
    { family: FAMILY, surface: 'bot', rendered: true, effects: ['it ran at once'] },
  ]);
});

test('an effect that may be of either surface is told so, and of the only one as its own', () => {
  const seen = (): Sightings => {
    const made = new Sightings(FAMILY);
    made.effect(['either'], 'it arrived at once');
    return made;
  };
  const effects = ['it arrived at once'];
  expect(seen().trials(['user', 'bot'])).toMatchObject([{ surface: 'either', effects }]);
  expect(seen().trials(['user'])).toMatchObject([{ surface: 'user', effects }]);
});
