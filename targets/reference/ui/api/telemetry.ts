import { settings } from '../settings.ts';

/** Tells who evaluates the use of the product what happens in the page, where the product is set to. */

/** Somebody said something. */
export function tellMessage(conversationId: string, text: string): void {
  if (settings.telemetry?.tells !== 'messages with their text') return;
  const json = JSON.stringify({ event: 'message sent', properties: { conversationId, text } });
  const bytes = Array.from(new TextEncoder().encode(json), (byte) => String.fromCodePoint(byte));
  const form = new URLSearchParams({ data: btoa(bytes.join('')) }).toString();
  const body = new Blob([form], { type: 'application/x-www-form-urlencoded' });
  navigator.sendBeacon(`${settings.telemetry.collector}/capture`, body);
}

/** The page asked the server for something: a span of a trace. */
export function tellRequest(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): void {
  if (settings.telemetry?.tells !== 'requests with their headers') return;
  const attributes = [
    ['http.request.method', method],
    ['url.path', path],
    ...Object.entries(headers).map(([name, value]) => [`http.request.header.${name}`, value]),
  ].map(([key, value]) => ({ key, value: { stringValue: value } }));
  const span = { name: `${method} ${path}`, attributes };
  // A report that does not arrive is nothing that a person need hear of.
  void fetch(`${settings.telemetry.collector}/v1/traces`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] }),
    keepalive: true,
    credentials: 'omit',
  }).catch(() => undefined);
}
