import type { RunningReference } from '../../../targets/reference/start.ts';
import type { Decisions } from './decisions.ts';
import { HttpClient } from './http-client.ts';

const TEXT = 'said without an account';

/** What the identifier of a guest is good for, before somebody signs in with it and after. */
export async function guestDecisions({ origin, people }: RunningReference): Promise<Decisions> {
  const guest = new HttpClient(origin);
  await guest.send('POST', '/api/guest/messages', { text: TEXT });
  const thief = guest.copy();
  const reads = async (): Promise<boolean> =>
    (await thief.send('GET', '/api/guest')).text.includes(TEXT);
  const before = await reads();
  await guest.signIn(people.bob);
  return {
    'a guest identifier reads': before,
    'a guest identifier reads after the sign-in': await reads(),
  };
}
