import { unbackslash } from './escapes.ts';

/** `"property": "value"`, with the escapes of both. */
const PAIR = /"((?:[^"\\]|\\.){1,40})"\s*:\s*"((?:[^"\\]|\\.)*)"/g;
const FIELD = /^data: ?(.*)$/gim;
const STRING = /"((?:[^"\\]|\\.)*)"(?!\s*:)/g;

/**
 * A stream splits a marker over events and tokens. Yields what a reader of the stream would put together: the `data:`
 * fields of server-sent events one after the other, and all JSON string values in their order.
 */
export function* joinedStreams(text: string): Generator<string> {
  const fields = [...text.matchAll(FIELD)].map((match) => match[1] ?? '');
  if (fields.length > 1) {
    yield fields.join('');
    const strings = fields.flatMap((field) =>
      [...field.matchAll(STRING)].map(([, value]) => value),
    );
    yield unbackslash(strings.join(''));
    // A JSON envelope repeats constant strings (ids, types) between the deltas: each property is joined on its own.
    yield* joinedByProperty(fields.join('\n'));
    return;
  }
  if (/[{[]/.test(text.slice(0, 64)) && text.includes('"')) yield* joinedByProperty(text);
}

function* joinedByProperty(text: string): Generator<string> {
  const byProperty = new Map<string, string[]>();
  for (const [, property = '', value = ''] of text.matchAll(PAIR)) {
    const values = byProperty.get(property);
    if (values) values.push(value);
    else byProperty.set(property, [value]);
  }
  for (const values of byProperty.values()) {
    if (values.length > 1) yield unbackslash(values.join(''));
  }
}
