import { randomInt } from 'node:crypto';
import { Secret } from '../../checks/secret.ts';
import type { Account } from '../target.ts';

const WORDS =
  'amber anchor beacon breeze copper coral dune ember fathom gull harbour island jetty kelp lantern maple otter pebble quay ripple sailor silver thistle velvet willow'.split(
    ' ',
  );

/** An account with a password that can be read aloud, for example `copper-gull-willow-47`. */
export function memorablePerson(username: string): Account {
  const words = [pick(), pick(), pick(), String(randomInt(10, 100))];
  return { username, password: new Secret(words.join('-')) };
}

function pick(): string {
  const word = WORDS[randomInt(WORDS.length)];
  if (word === undefined) throw new Error('The list of words is empty.');
  return word;
}
