import { expect, test } from '@playwright/test';
import type { Probe } from '../../../checks/evidence/probe.ts';
import type { Conversation } from '../../../fixtures/access/conversation.ts';
import { asWitness, type Witness } from '../../../fixtures/access/witness.ts';
import { Removal } from '../../../fixtures/intrusion/removal.ts';
import type { Session } from '../../../fixtures/people/session.ts';

const SESSION = { label: 'Alice’s session' } as Session;

/** What a product shows at its list and at the conversation’s own address, before and after. */
interface Shows {
  list: boolean;
  own: boolean;
}

function witness(path: string): Witness {
  return asWitness({
    order: 0,
    startedAt: 0,
    method: 'GET',
    url: `http://localhost${path}`,
    resourceType: 'fetch',
    requestHeaders: [],
    status: 200,
    responseHeaders: [],
  });
}

function conversation(id: string, shows: () => Shows): Conversation {
  const look = (witness: Witness): Promise<Probe> => {
    const reached = witness.name.endsWith('/list') ? shows().list : shows().own;
    return Promise.resolve({ label: 'a look', reached, exchanges: [] });
  };
  const witnesses = [witness('/list'), witness(`/own/${id}`)];
  const [list] = witnesses;
  return {
    canary: id,
    witnesses,
    address: `http://localhost/own/${id}`,
    before: { exchanges: [], stored: [] },
    words: [],
    session: { tap: { exchanges: [] } },
    lookOn: (_: Session, witness: Witness) => look(witness),
    seenBy: () => look(list ?? witness('/list')),
  } as unknown as Conversation;
}

for (const [what, before, after, bystander, expected] of [
  ['gone from everywhere', [true, true], [false, false], true, { reached: true }],
  ['gone from the list alone', [true, true], [false, true], true, { reached: true }],
  ['where it was', [true, true], [true, true], true, { reached: false }],
  ['still on no list', [false, true], [false, true], true, { reached: false }],
  ['seen nowhere before', [false, false], [false, false], true, { unanswered: /before/ }],
  ['gone with all the others', [true, true], [false, false], false, { unanswered: /either/ }],
] as const) {
  test(`a conversation that is ${what}`, async () => {
    let shown = { list: before[0], own: before[1] };
    const removal = new Removal(
      conversation('a', () => shown),
      conversation('b', () => ({ list: bystander, own: bystander })),
      SESSION,
    );
    await removal.before();
    shown = { list: after[0], own: after[1] };
    const { reached, unanswered = '' } = await removal.tookEffect();
    expect(reached).toBe('reached' in expected && expected.reached);
    expect(unanswered).toMatch('unanswered' in expected ? expected.unanswered : /^$/);
  });
}
