/** The limits that a page watches by its own clock. */
export type TimeUp = 'idle' | 'expired';

/** What the tabs of one browser tell one another, besides what the server tells each of them. */
export type TabNews =
  | { type: 'signed-in'; username: string }
  | { type: 'signed-out' }
  /** The session's time was up in one of them. */
  | { type: 'timed-out'; reason: TimeUp }
  /** The server acknowledged something that a person did at this time (milliseconds since the epoch). */
  | { type: 'activity'; at: number };

const channel = new BroadcastChannel('harbour');

export function tellTabs(news: TabNews): void {
  channel.postMessage(news);
}

export function hearTabs(listener: (news: TabNews) => void): void {
  channel.addEventListener('message', ({ data }: MessageEvent<TabNews>) => listener(data));
}
