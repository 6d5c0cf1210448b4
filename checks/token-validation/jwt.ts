/** A compact JWS whose header and payload are JSON objects (RFC 7519). */
export interface Jwt {
  header: Record<string, unknown>;
  payload: Record<string, unknown>;
  /** Header, payload and signature as they are written. */
  parts: [string, string, string];
}

/** The parts of a text that is one token and nothing else; undefined for any other text. */
export function parseJwt(text: string): Jwt | undefined {
  const parts = text.split('.');
  const [head, body, signature] = parts;
  if (parts.length !== 3 || head === undefined || body === undefined || signature === undefined)
    return undefined;
  const header = decode(head);
  const payload = header && decode(body);
  return header && payload && 'alg' in header
    ? { header, payload, parts: [head, body, signature] }
    : undefined;
}

/** One part of a token, written anew. */
export function encodePart(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(part: string): Record<string, unknown> | undefined {
  if (!/^[\w-]+$/.test(part)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    // Three parts of something else.
    return undefined;
  }
}
