import type { RunningReference } from '../../../targets/reference/start.ts';
import type { Decisions } from './decisions.ts';
import { HttpClient } from './http-client.ts';

/** What somebody gets to see who has given a person's name and no right password. */
export async function halfDoneDecisions(chatbot: RunningReference): Promise<Decisions> {
  const { origin, mechanism, people } = chatbot;
  const { username } = people.bob;
  const arrive = async (): Promise<HttpClient> => {
    const client = new HttpClient(origin);
    await client.send('GET', '/login');
    return client;
  };
  const refused = await arrive();
  await refused.send('POST', '/api/login', { username, password: 'not hers' });

  const forgetful = await arrive();
  const answer = await forgetful.send('POST', '/api/password-reset', { username });
  const { ticket } = answer.json as { ticket?: string };
  if (mechanism === 'token') await forgetful.refresh();
  const isSomebody = (await forgetful.send('GET', '/api/session')).status === 200;
  forgetful.accessToken = ticket;
  return {
    'a refused sign-in lists': (await refused.send('GET', '/api/conversations')).status === 200,
    'a new password is asked for': answer.status,
    'a request for a new password signs in': isSomebody,
    'the ticket of that request signs in':
      ticket !== undefined && (await forgetful.send('GET', '/api/session')).status === 200,
  };
}
