/** What replaces a secret. Safe inside JSON, HTML, URLs and Markdown. */
export const REDACTED = '‹redacted›';

/** Opens a fingerprint made by `Secret`: such a value is already safe, and is evidence. */
const FINGERPRINT = '‹';

const COOKIE_ATTRIBUTES = new Set(['path', 'domain', 'expires', 'max-age', 'samesite', 'priority']);

const CREDENTIAL_HEADERS =
  'authorization|proxy-authorization|x-api-key|x-auth-token|x-access-token|x-csrf-token|x-xsrf-token|csrf-token';
const CREDENTIAL_KEYS =
  'password|passwd|access_?token|refresh_?token|id_?token|csrf_?token|xsrf_?token|session_?token|client_?secret|api_?key';

/** A JSON quote, at whatever depth JSON was put into JSON. */
const Q = String.raw`\\*"`;
/** The inside of a JSON string up to its closing quote, escapes included. */
const INSIDE = String.raw`((?:\\+[^"\\]|[^"\\])*)`;

const keepFingerprint = (value: string): string => (value.includes(FINGERPRINT) ? value : REDACTED);

/** Blanks the values of a `Cookie` or `Set-Cookie` header and keeps names and attributes, which are evidence. */
export function maskCookies(header: string): string {
  return header.replace(/([^=;,\s]+)=([^;]*)/g, (pair, name: string, value: string) =>
    COOKIE_ATTRIBUTES.has(name.toLowerCase()) ? pair : `${name}=${keepFingerprint(value)}`,
  );
}

const looksOpaque = (value: string): boolean =>
  value.length >= 8 && (value.length >= 20 || /\d|.[A-Z]/.test(value));

interface Rule {
  pattern: RegExp;
  replace: (match: string, ...groups: string[]) => string;
}

/** Each rule keeps what names the secret (`$1`) and blanks the rest. */
const RULES: readonly Rule[] = [
  {
    // A signed or encrypted JSON web token, wherever it stands.
    pattern: /\beyJ[\w-]{4,}(?:\.[\w-]*){2,4}/g,
    replace: () => REDACTED,
  },
  {
    // HAR and Playwright network entries: {"name":"Cookie","value":"…"}.
    pattern: new RegExp(
      `(${Q}name${Q}\\s*:\\s*${Q}(?:set-)?cookie${Q}\\s*,\\s*${Q}value${Q}\\s*:\\s*${Q})${INSIDE}`,
      'gi',
    ),
    replace: (_match, head = '', value = '') => head + maskCookies(value),
  },
  {
    pattern: new RegExp(
      `(${Q}name${Q}\\s*:\\s*${Q}(?:${CREDENTIAL_HEADERS})${Q}\\s*,\\s*${Q}value${Q}\\s*:\\s*${Q})${INSIDE}`,
      'gi',
    ),
    replace: (_match, head = '', value = '') => head + keepFingerprint(value),
  },
  {
    // Cookie jars and storage states: {"name":"sid","value":"…","domain":…}.
    pattern: new RegExp(
      `(${Q}value${Q}\\s*:\\s*${Q})${INSIDE}(?=${Q}\\s*,\\s*${Q}(?:domain|path|expires|httpOnly|sameSite|secure)${Q}\\s*:)`,
      'gi',
    ),
    replace: (_match, head = '', value = '') => head + keepFingerprint(value),
  },
  {
    pattern: new RegExp(`(${Q}(?:set-)?cookie${Q}\\s*:\\s*\\[?\\s*${Q})${INSIDE}`, 'gi'),
    replace: (_match, head = '', value = '') => head + maskCookies(value),
  },
  {
    pattern: new RegExp(
      `(${Q}(?:${CREDENTIAL_HEADERS}|${CREDENTIAL_KEYS})${Q}\\s*:\\s*${Q})${INSIDE}`,
      'gi',
    ),
    replace: (_match, head = '', value = '') => head + keepFingerprint(value),
  },
  {
    // A header line, in a log or a curl command.
    pattern: /\b((?:set-)?cookie\s*:\s*)([^\r\n"'\\]+)/gi,
    replace: (_match, head = '', value = '') => head + maskCookies(value),
  },
  {
    pattern: new RegExp(`\\b((?:${CREDENTIAL_HEADERS})\\s*:\\s*)([^\\r\\n"'\\\\]+)`, 'gi'),
    replace: (_match, head = '', value = '') => head + keepFingerprint(value),
  },
  {
    pattern: /\b((?:Bearer|Basic)\s+)([^\s"'\\,;<>]+)/gi,
    replace: (match, head = '', value = '') =>
      looksOpaque(value) ? head + keepFingerprint(value) : match,
  },
];

/** Blanks whatever stands where credentials stand: tokens, cookies, authorisation headers. Fingerprints stay. */
export function maskCredentials(text: string): string {
  return RULES.reduce((masked, rule) => masked.replace(rule.pattern, rule.replace), text);
}
