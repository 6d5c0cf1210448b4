import type { FastifyRequest } from 'fastify';
import { notFound, notSignedIn } from '../http/failure.ts';
import { requirePerson, type Parts } from '../parts.ts';
import type { Caller, Person } from '../sessions/caller.ts';
import type { CookieChoice } from '../sessions/credential-cookie.ts';
import type { AccountRecord } from '../storage/accounts.ts';
import type { ConversationRecord } from '../storage/conversations.ts';

export interface ConversationParams {
  Params: { id: string };
}

export interface FileParams {
  Params: { id: string; fileId: string };
}

/** What a request wants of a conversation that it names. */
type Wish = 'change' | 'share' | 'ask again' | 'own';

/** The headers in which a proxy that authenticates names the user. */
const USER_HEADERS = ['x-forwarded-user', 'x-user-id'] as const;

/** The same of the list of conversations. */
export async function requireLister(parts: Parts, request: FastifyRequest): Promise<AccountRecord> {
  const { login, identity } = parts.policy;
  if (login.failedAttempt !== 'nothing') {
    const caller = await parts.mechanism.identify(request);
    const attempted = caller.kind === 'visitor' ? caller.session.attemptedId : undefined;
    const account = attempted === undefined ? undefined : await parts.accounts.find(attempted);
    if (account) return account;
  }
  return requireReader(parts, request, identity.listGoesBy);
}

/** In whose name a read is answered, or a 401. */
export async function requireReader(
  parts: Parts,
  request: FastifyRequest,
  choice?: CookieChoice,
): Promise<AccountRecord> {
  return (await named(parts, request)) ?? (await requirePerson(parts, request, choice)).account;
}

/**
 * The caller and a conversation with which she may do as she wishes. Somebody else's and one that does not exist are
 * refused alike.
 */
export async function requireConversation(
  parts: Parts,
  request: FastifyRequest<ConversationParams>,
  wish: Wish,
): Promise<{ person: Person; conversation: ConversationRecord }> {
  const person = await requirePerson(parts, request);
  const conversation = await parts.conversations.find(request.params.id);
  if (!conversation) throw notFound();
  const open = allowedTo(parts.policy.conversations, wish) === 'any account';
  if (conversation.ownerId !== person.account.id && !open) throw notFound();
  return { person, conversation };
}

function allowedTo(policy: Parts['policy']['conversations'], wish: Wish) {
  switch (wish) {
    case 'change':
      return policy.changedBy;
    case 'ask again':
      return policy.answersAskedAgainBy;
    case 'share':
      return policy.sharedBy;
    case 'own':
      return 'the owner';
  }
}

/** The conversation that the request names, if it belongs to whom the request is answered as. */
export async function requireOwnToRead(
  parts: Parts,
  request: FastifyRequest<ConversationParams>,
): Promise<ConversationRecord> {
  const account = await requireReader(parts, request);
  const conversation = await parts.conversations.find(request.params.id);
  if (conversation?.ownerId !== account.id) throw notFound();
  return conversation;
}

/** The conversation that the request names, if its sender may read it. */
export function requireReadable(
  parts: Parts,
  request: FastifyRequest<ConversationParams>,
): Promise<ConversationRecord> {
  const { readNeeds, ownershipChecked } = parts.policy.conversations;
  return requireAs(parts, request, readNeeds, ownershipChecked);
}

/** The conversation that the request names, if its sender may have the files that came with what was said in it. */
export function requireFilesOf(
  parts: Parts,
  request: FastifyRequest<ConversationParams>,
): Promise<ConversationRecord> {
  const { filesNeed } = parts.policy.conversations;
  return requireAs(parts, request, filesNeed, filesNeed !== 'nothing');
}

async function requireAs(
  parts: Parts,
  request: FastifyRequest<ConversationParams>,
  needs: ReadNeeds,
  ownershipChecked: boolean,
): Promise<ConversationRecord> {
  const reader = (await named(parts, request)) ?? (await signedIn(parts, request, needs));
  const conversation = await parts.conversations.find(request.params.id);
  if (!conversation) throw notFound();
  const foreign = reader !== undefined && reader.id !== conversation.ownerId;
  if (foreign && ownershipChecked) throw notFound();
  return conversation;
}

/** Who is signed in; nobody where that is enough, and a 401 where it is not. */
async function signedIn(
  parts: Parts,
  request: FastifyRequest,
  needs: ReadNeeds,
): Promise<AccountRecord | undefined> {
  const caller = await parts.mechanism.identify(request);
  if (caller.kind === 'person') return (await requirePerson(parts, request)).account;
  if (!isEnough(needs, caller)) throw notSignedIn();
  return undefined;
}

async function named(parts: Parts, request: FastifyRequest): Promise<AccountRecord | undefined> {
  if (!parts.policy.identity.headersBelieved) return undefined;
  const name = USER_HEADERS.map((header) => request.headers[header]).find(Boolean);
  return typeof name === 'string' ? parts.accounts.findNamed(name) : undefined;
}

type ReadNeeds = Parts['policy']['conversations']['readNeeds'];

/** Whether one who has not signed in brings what a reader needs. A credential that opens nothing is never enough. */
function isEnough(needs: ReadNeeds, caller: Exclude<Caller, Person>): boolean {
  switch (needs) {
    case 'an account':
      return false;
    case 'a visitor session':
      return caller.kind === 'visitor';
    case 'nothing':
      return caller.kind === 'visitor' || caller.kind === 'nobody';
  }
}
