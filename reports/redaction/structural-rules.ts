/** What replaces a secret. Safe inside JSON, HTML, URLs and Markdown. */
export const REDACTED = '‹redacted›';

/** Opens a fingerprint made by `Secret`: such a value is already safe, and is evidence. */
const FINGERPRINT = '‹';

const COOKIE_ATTRIBUTES = new Set(['path', 'domain', 'expires', 'max-age', 'samesite', 'priority']);

const CREDENTIAL_HEADERS =
  'authorization|proxy-authorization|x-api-key|x-auth-token|x-access-token|x-csrf-token|x-xsrf-token|csrf-token';
const CREDENTIAL_KEYS =
  'password|passwd|access_?token|refresh_?token|id_?token|csrf_?token|xsrf_?token|session_?token|client_?secret|api_?key';

/** How the parts of JSON are written: its quotes, and the inside of a string up to the closing quote. */
interface JsonSpelling {
  open: string;
  quote: string;
  inside: string;
}

const JSON_SPELLINGS: readonly JsonSpelling[] = [
  { open: String.raw`(?<!\\)"`, quote: '"', inside: String.raw`(?:[^"\\]|\\.)*` },
  {
    // JSON inside JSON: all its quotes carry the same backslashes, a quote inside a string carries more.
    open: String.raw`(?<!\\)(?<depth>\\{1,15})"`,
    quote: String.raw`\k<depth>"`,
    inside: String.raw`(?:[^"\\]|\k<depth>\\+"|\\+(?=[^"\\]))*`,
  },
];

const keepFingerprint = (value: string): string => (value.includes(FINGERPRINT) ? value : REDACTED);

/** Blanks the values of a `Cookie` or `Set-Cookie` header and keeps names and attributes, which are evidence. */
export function maskCookies(header: string): string {
  return header.replace(/(?<![^=;,\s])([^=;,\s]+)=([^;]*)/g, (pair, name: string, value: string) =>
    COOKIE_ATTRIBUTES.has(name.toLowerCase()) ? pair : `${name}=${keepFingerprint(value)}`,
  );
}

const looksOpaque = (value: string): boolean =>
  value.length >= 8 && (value.length >= 20 || /\d|.[A-Z]/.test(value));

/** What stands in the group `head` names the secret and stays; what stands in the group `value` is masked. */
interface Rule {
  pattern: RegExp;
  mask: (value: string) => string;
}

const jsonRules = ({ open, quote, inside }: JsonSpelling): Rule[] => {
  const rule = (before: string, after: string, mask: Rule['mask']): Rule => ({
    pattern: new RegExp(`(?<head>${before}${quote})(?<value>${inside})(?=${quote}${after})`, 'gi'),
    mask,
  });
  const named = (names: string): string =>
    `${open}name${quote}\\s*:\\s*${quote}(?:${names})${quote}\\s*,\\s*${quote}value${quote}\\s*:\\s*`;
  const keyed = (keys: string): string => `${open}(?:${keys})${quote}\\s*:\\s*`;
  return [
    // HAR and Playwright network entries: {"name":"Cookie","value":"…"}.
    rule(named('(?:set-)?cookie'), '', maskCookies),
    rule(named(CREDENTIAL_HEADERS), '', keepFingerprint),
    // Cookie jars and storage states: {"name":"sid","value":"…","domain":…}.
    rule(
      keyed('value'),
      `\\s*,\\s*${quote}(?:domain|path|expires|httpOnly|sameSite|secure)${quote}\\s*:`,
      keepFingerprint,
    ),
    // Header maps and bodies: {"set-cookie":["…"],"password":"…"}.
    rule(`${keyed('(?:set-)?cookie')}\\[?\\s*`, '', maskCookies),
    rule(keyed(`${CREDENTIAL_HEADERS}|${CREDENTIAL_KEYS}`), '', keepFingerprint),
  ];
};

const RULES: readonly Rule[] = [
  // A signed or encrypted JSON web token, wherever it stands.
  { pattern: /(?<head>)\b(?<value>eyJ[\w-]{4,2000}(?:\.[\w-]*){2,4})/g, mask: () => REDACTED },
  ...JSON_SPELLINGS.flatMap(jsonRules),
  // A header line, in a log or a curl command.
  { pattern: /(?<head>\b(?:set-)?cookie\s*:\s*)(?<value>[^\r\n"'\\]+)/gi, mask: maskCookies },
  {
    pattern: new RegExp(
      `(?<head>\\b(?:${CREDENTIAL_HEADERS})\\s*:\\s*)(?<value>[^\\r\\n"'\\\\]+)`,
      'gi',
    ),
    mask: keepFingerprint,
  },
  {
    pattern: /(?<head>\b(?:Bearer|Basic)\s+)(?<value>[^\s"'\\,;<>]+)/gi,
    mask: (value) => (looksOpaque(value) ? keepFingerprint(value) : value),
  },
];

/** Blanks whatever stands where credentials stand: tokens, cookies, authorisation headers. Fingerprints stay. */
export function maskCredentials(text: string): string {
  return RULES.reduce(
    (masked, { pattern, mask }) =>
      masked.replace(pattern, (...found: unknown[]) => {
        const { head = '', value = '' } = found.at(-1) as Partial<Record<'head' | 'value', string>>;
        return head + mask(value);
      }),
    text,
  );
}
