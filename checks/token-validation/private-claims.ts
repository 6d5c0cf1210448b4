/** A claim that says something private. */
export interface PrivateClaim {
  /** Its name, or its way through nested claims: `user.email`. Never its value. */
  claim: string;
  /** In words, for example `an e-mail address`. */
  kind: string;
}

/** What no token may hold, whatever it is for. */
const SECRETS = ['a password hash', 'a private key', 'a secret'];

/** Whether a claim is a secret, and not merely about a person. */
export const isSecret = ({ kind }: PrivateClaim): boolean => SECRETS.includes(kind);

type Rule = [kind: string, holds: (key: string, value: string) => boolean];

/** Keys come in lower case with `_` between words, after what they are nested in: `apiKey` of `user` is `user.api_key`. */
const RULES: readonly Rule[] = [
  [
    'a password hash',
    (_, value) => /^(\$2[abxy]\$|\$argon2|\$scrypt\$|\$pbkdf2|pbkdf2[_:]|\{SSHA)/i.test(value),
  ],
  [
    'a password hash',
    (key, value) =>
      /(^|[._])(pass(word)?_?hash|hash|salt)$/.test(key) && /^[\w+/=-]{16,}$/.test(value),
  ],
  ['a private key', (_, value) => value.includes('PRIVATE KEY-----')],
  ['a secret', (_, value) => /^(sk-|ghp_|xox[abp]-|AKIA)[\w-]{12,}/.test(value)],
  [
    'a secret',
    (key) =>
      /(^|[._])(password|passwd|pwd|passphrase|secret|api_?key|private_key|client_secret|(access|refresh|session|id)_token)$/.test(
        key,
      ),
  ],
  ['an e-mail address', (_, value) => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value)],
  ['a telephone number', (_, value) => /^\+\d[\d ()./-]{6,18}$/.test(value)],
  [
    'a telephone number',
    (key, value) =>
      /(^|[._])(phone|telephone|tel|mobile)(_number)?$/.test(key) && /(\d\D*){7}/.test(value),
  ],
  [
    'a person’s name',
    (key) =>
      /^((user|person|customer|account|profile)\.)?(name|full_name|first_name|last_name|given_name|family_name|middle_name|display_name|real_name|surname|nickname)$/.test(
        key,
      ),
  ],
  ['a date of birth', (key) => /(^|[._])(birth_?date|date_of_birth|dob|birthday)$/.test(key)],
  [
    'a postal address',
    (key) => /(^|\.)(address|street(_address)?|postal_code|zip(_code)?)$/.test(key),
  ],
];

/** Digests that the protocol itself puts into a token (OpenID Connect). */
const PROTOCOL = /(^|\.)(at|c|s)_hash$/;
const MAX_DEPTH = 6;

/** The claims that tell something private, nested ones too. */
export function privateClaimsOf(payload: Record<string, unknown>): PrivateClaim[] {
  const found: PrivateClaim[] = [];
  walk(payload, [], found);
  return found;
}

function walk(value: unknown, path: readonly string[], found: PrivateClaim[]): void {
  if (typeof value === 'string' && value !== '') {
    // An element of a list is named by its list; what is nested also by what it is nested in.
    const names = path.filter((part) => !/^\d+$/.test(part)).slice(-2);
    const key = names.map(snakeCased).join('.');
    const rule = PROTOCOL.test(key) ? undefined : RULES.find(([, holds]) => holds(key, value));
    if (rule) found.push({ claim: path.join('.'), kind: rule[0] });
    return;
  }
  if (typeof value !== 'object' || value === null || path.length > MAX_DEPTH) return;
  for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key], found);
}

function snakeCased(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll('-', '_');
}
