import { request } from 'undici';
import { newCanary } from '../../../fixtures/access/canary.ts';
import { CookieJar } from '../../../fixtures/crowding/cookie-jar.ts';
import { Crowd, type ApiCrowd } from '../../../fixtures/crowding/crowd-of-members.ts';
import { Courier } from '../../../fixtures/crowding/courier.ts';
import { scriptOf, type Script } from '../../../fixtures/crowding/script.ts';
import { Costs } from '../../../fixtures/costs.ts';
import { Patience } from '../../../fixtures/replay/patience.ts';
import { headersOf } from '../../../fixtures/replay/send.ts';
import type { Exchange } from '../../../fixtures/traffic/exchange.ts';
import type { RunningReference } from '../../../targets/reference/start.ts';
import type { Account } from '../../../targets/target.ts';

/** Asks as the page of the embedded chatbot does, and keeps a record as the tap of a browser does. */
class LittleBrowser {
  readonly exchanges: Exchange[] = [];
  readonly #jar = new CookieJar();
  #token: string | undefined;

  constructor(private readonly origin: string) {}

  async send(method: string, path: string, sent?: object): Promise<Record<string, unknown>> {
    const url = this.origin + path;
    const cookies = [...this.#jar.for(url)].map(([name, value]) => `${name}=${value}`);
    const headers: Record<string, string> = {
      ...(sent ? { 'content-type': 'application/json' } : {}),
      ...(cookies.length > 0 ? { cookie: cookies.join('; ') } : {}),
      ...(this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` }),
    };
    const requestBody = sent && Buffer.from(JSON.stringify(sent));
    const startedAt = Date.now();
    const answer = await request(url, {
      method: method as 'GET',
      headers,
      ...(requestBody ? { body: requestBody } : {}),
    });
    const headAt = Date.now();
    const responseBody = Buffer.from(await answer.body.arrayBuffer());
    const responseHeaders = headersOf(answer.headers);
    this.#jar.take(url, responseHeaders);
    const isStream = String(answer.headers['content-type']).includes('event-stream');
    this.exchanges.push({
      ...{ order: this.exchanges.length, startedAt, headAt, method, url, resourceType: 'fetch' },
      requestHeaders: Object.entries(headers).map(([name, value]) => ({ name, value })),
      ...(requestBody ? { requestBody } : {}),
      ...{ status: answer.statusCode, responseHeaders, responseBody },
      ...(isStream ? { arrivals: [{ at: Date.now(), length: responseBody.length }] } : {}),
    });
    const text = responseBody.toString();
    const told = isStream || text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    if (typeof told['accessToken'] === 'string') this.#token = told['accessToken'];
    return told;
  }
}

/** Whatever piece of the answer goes astray holds the word. */
const atLength = (word: string): string => `${word} and a long story about it, `.repeat(24);

interface Recorded {
  account: Account;
  browser: LittleBrowser;
  title: string;
  word: string;
  marks: { begins: number; says: number; reads: number };
}

async function record(chatbot: RunningReference, account: Account): Promise<Recorded> {
  const browser = new LittleBrowser(chatbot.origin);
  const [title, word] = [newCanary(), newCanary()];
  await browser.send('GET', '/api/session');
  const { username, password } = account;
  await browser.send('POST', '/api/login', { username, password: password.reveal() });
  const begins = browser.exchanges.length;
  const { id } = await browser.send('POST', '/api/conversations', {});
  const own = `/api/conversations/${String(id)}`;
  await browser.send('POST', `${own}/messages`, { text: title });
  const says = browser.exchanges.length;
  await browser.send('POST', `${own}/messages`, { text: `${title} ${atLength(word)}` });
  const reads = browser.exchanges.length;
  if (chatbot.mechanism === 'token') await browser.send('POST', '/api/token/refresh');
  await browser.send('GET', '/api/conversations');
  await browser.send('GET', own);
  return { account, browser, title, word, marks: { begins, says, reads } };
}

export async function scriptsFor(chatbot: RunningReference): Promise<(Script | string)[]> {
  const { alice, bob } = chatbot.people;
  const recorded = [await record(chatbot, alice), await record(chatbot, bob)];
  return recorded.map(({ account, browser, title, word, marks }) =>
    scriptOf({
      ...{ exchanges: browser.exchanges, title, word, ...marks, ...account },
      others: recorded
        .filter((one) => one.browser !== browser)
        .flatMap((one) => one.browser.exchanges),
      allowedOrigins: [chatbot.origin],
    }),
  );
}

/** Has so many sessions of the two people speak at once. */
export async function crowdAt(chatbot: RunningReference, asked: number): Promise<ApiCrowd> {
  const scripts = await scriptsFor(chatbot);
  const names = ['Alice', 'Bob'];
  const whole = scripts.map((script, index) => {
    if (typeof script === 'string') throw new Error(script);
    return { name: names[index] ?? '', script };
  });
  const costs = new Costs();
  const courier = new Courier(chatbot, costs, new Patience(costs));
  const crowd = new Crowd(whole, new Map(), courier, costs, chatbot.profile.policy.idleSeconds);
  await crowd.join(asked);
  await crowd.speak(2);
  await courier.close();
  return crowd.evidence(asked);
}
