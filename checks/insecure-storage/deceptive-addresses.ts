/** An address that a product may take for another one, and a cache for a file. */
export interface DeceptiveAddress {
  /** For the report, for example `a style sheet behind it`. */
  trick: string;
  url: string;
}

type Disguise = (url: URL, word: string) => string;

const joined = ({ origin, pathname, search }: URL, ending: string): string =>
  `${origin}${pathname}${ending}${search}`;

/**
 * The ways in which caches and products have been found to disagree on what an address means (Omer Gil, “Web cache
 * deception”, 2017; Mirheidari et al., USENIX Security 2020 and 2022; ASVS 5.0 14.2.5).
 */
const DISGUISES: readonly [trick: string, Disguise][] = [
  ['the same address, new to caches', (url, word) => withParameter(url, word)],
  ['a parameter that looks like a file', (url, word) => withParameter(url, `${word}.css`)],
  ['a style sheet behind it', (url, word) => joined(url, `/${word}.css`)],
  ['a script behind it', (url, word) => joined(url, `/${word}.js`)],
  ['a file as a path parameter', (url, word) => joined(url, `;${word}.css`)],
  ['a file behind an encoded slash', (url, word) => joined(url, `%2f${word}.css`)],
  ['a file behind an encoded question mark', (url, word) => joined(url, `%3f${word}.css`)],
  ['a file behind an encoded number sign', (url, word) => joined(url, `%23${word}.css`)],
  ['a file behind an encoded line end', (url, word) => joined(url, `%0a${word}.css`)],
];

function withParameter(url: URL, word: string): string {
  const { origin, pathname, search } = url;
  return `${origin}${pathname}${search === '' ? '?' : `${search}&`}${word}`;
}

/** The same out of the product’s folder of files, for caches that go by folders and undo encodings. */
function outOf(folder: string): Disguise {
  return ({ origin, pathname, search }, word) =>
    `${origin}${folder}..%2f${pathname.slice(1)}${search === '' ? '?' : `${search}&`}${word}`;
}

/**
 * Disguises of an address.
 *
 * @param word `[a-z0-9]`, part of each: no cache has seen them before
 * @param folders paths from which the product serves files, each with its slashes, for example `/assets/`
 */
export function deceptiveAddresses(
  address: string,
  word: string,
  folders: readonly string[],
): DeceptiveAddress[] {
  const url = new URL(address);
  const tricks: [string, Disguise][] = [
    ...DISGUISES,
    ...folders.map((folder): [string, Disguise] => [`a way out of ${folder}`, outOf(folder)]),
  ];
  return tricks.map(([trick, disguise], index) => ({
    trick,
    url: disguise(url, `${word}${index}`),
  }));
}
