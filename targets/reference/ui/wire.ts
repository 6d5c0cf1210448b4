/** What travels between the page and the server, as JSON. Times are milliseconds since the epoch. */

export interface User {
  username: string;
  displayName: string;
}

export interface SessionInfo {
  user: User;
  idleSeconds: number;
  /** `null` where the session has no absolute limit. */
  absoluteExpiresAt: number | null;
}

/** What a login and a refresh give. The token is there in the token mechanism only. */
export interface Grant {
  user: User;
  accessToken?: string;
  /** Seconds. */
  expiresIn?: number;
}

/** The answer to a login. */
export interface LoginAnswer extends Grant {
  /** What this browser said as a guest, now a conversation of this person's. */
  conversationId?: string;
}

export interface ConversationSummary {
  id: string;
  title: string;
  updatedAt: number;
}

export interface Message {
  id: string;
  role: 'user' | 'assistant';
  text: string;
  at: number;
  /** Files that came with it; missing where there are none. */
  attachments?: Attachment[];
}

/** A file that came with a message. */
export interface Attachment {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
}

/** A file that goes along with a message. */
export interface OutgoingFile {
  name: string;
  /** Bytes. */
  size: number;
  /** In base64. */
  content: string;
}

export interface Conversation extends ConversationSummary {
  shareId?: string | null;
  messages: Message[];
}

export interface SharedConversation {
  title: string;
  messages: Message[];
}

export interface SearchResult {
  conversationId: string;
  title: string;
  excerpt: string;
}

/** One place where this person is signed in. `id` is a public handle, not a credential. */
export interface SessionEntry {
  id: string;
  device: string;
  createdAt: number;
  lastSeenAt: number;
  current: boolean;
}

/** Why a session ended, as the server says it. */
export type EndReason = 'logout' | 'revoked' | 'idle' | 'expired';

/** One event of a streamed reply. */
export type ReplyEvent =
  | { event: 'accepted'; data: { message: Message } }
  | { event: 'delta'; data: { text: string } }
  | { event: 'done'; data: { message: Message; title: string } }
  | { event: 'error'; data: { error: string } };

/** One frame that the server sends over the live connection. */
export type LiveFrame =
  | { type: 'ready' }
  | { type: 'conversations' }
  | { type: 'message'; conversationId: string; message: Message }
  | { type: 'delta'; conversationId: string; text: string }
  /** The reply will not come. */
  | { type: 'failed'; conversationId: string }
  | { type: 'signed-out'; reason: EndReason };
