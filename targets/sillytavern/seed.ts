import { randomBytes } from 'node:crypto';
import { Secret } from '../../checks/secret.ts';
import type { Account, RunningTarget } from '../target.ts';
import { SillyTavernClient, textField } from './client.ts';
import { withModel } from './settings.ts';

/** The account that a fresh SillyTavern has, without a password. */
const ADMINISTRATOR = 'default-user';

/** The people of a fresh SillyTavern. */
export type Seeded = Required<Pick<RunningTarget, 'people' | 'idleAccounts'>>;

/**
 * Makes the two people, and accounts in which sessions are to grow old beside each other, each talking to the model at
 * `modelUrl`, and locks the administrator’s account, which every visitor has until then.
 *
 * Their handles carry a marker of this run. Nobody learns the administrator’s password.
 */
export async function seedSillyTavern(
  origin: string,
  modelUrl: string,
  idleAccountCount: number,
): Promise<Seeded> {
  const run = randomBytes(4).toString('hex');
  const administrator = await SillyTavernClient.visit(origin);
  const alice = await createPerson(administrator, 'alice', run);
  const bob = await createPerson(administrator, 'bob', run);
  const idleAccounts: Account[] = [];
  for (let number = 1; number <= idleAccountCount; number += 1) {
    idleAccounts.push(await createPerson(administrator, `idle-${number}`, run));
  }
  await administrator.post('/api/users/change-password', {
    handle: ADMINISTRATOR,
    newPassword: randomPassword().reveal(),
  });
  const everybody = [alice, bob, ...idleAccounts];
  await Promise.all(everybody.map((person) => connectToModel(origin, person, modelUrl)));
  return { people: { alice, bob }, idleAccounts };
}

async function createPerson(
  administrator: SillyTavernClient,
  name: string,
  run: string,
): Promise<Account> {
  const password = randomPassword();
  const path = '/api/users/create';
  const answer = await administrator.post(path, {
    handle: `${name}-${run}`,
    name,
    password: password.reveal(),
    admin: false,
  });
  return { username: textField(answer, 'handle', `POST ${path}`), password };
}

async function connectToModel(
  origin: string,
  { username, password }: Account,
  modelUrl: string,
): Promise<void> {
  const person = await SillyTavernClient.visit(origin);
  await person.signIn(username, password.reveal());
  const path = '/api/settings/get';
  const settings = textField(await person.post(path, {}), 'settings', `POST ${path}`);
  await person.post('/api/settings/save', withModel(settings, modelUrl));
}

function randomPassword(): Secret {
  return new Secret(randomBytes(18).toString('base64url'));
}
