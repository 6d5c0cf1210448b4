/** What the scripted model answers, by what it is asked. Markdown, as a real model writes it. */

const HELLO = 'Hello! I am Harbour. Ask me something, or say *help* to see what I can do.';

const HELP = `Here is what I can show you:

- **hello** – a greeting
- **markdown** – headings, lists, a quotation and a link
- **table** – a small table
- **code** – a piece of code
- **list** – a plain list
- **story** – a long answer, good for trying out *Stop*

Whatever else you write comes back to you.`;

const MARKDOWN = `# A page of markdown

Some *emphasis*, some **strength**, and some \`inline code\`.

## A list

1. First
2. Second
   - with a thought beneath it
3. Third

> A ship in harbour is safe, but that is not what ships are built for.

[Read about CommonMark](https://commonmark.org/)`;

const TABLE = `| Harbour | Country | Depth |
| --- | --- | ---: |
| Rotterdam | Netherlands | 24 m |
| Gdynia | Poland | 19 m |
| Piraeus | Greece | 18 m |`;

const CODE = `Here is a function that greets somebody:

\`\`\`ts
function greet(name: string): string {
  return \`Hello, \${name}!\`;
}
\`\`\``;

const LIST = `Three things to pack:

- a warm coat
- a good book
- something to eat`;

const SENTENCES = [
  'The boat left before sunrise, when the harbour was still grey.',
  'Nobody on the quay spoke, for there was nothing to say that the gulls had not said already.',
  'By noon the wind had turned, and the old captain with it.',
  'She counted the buoys aloud, one after the other, as her mother had done.',
  'In the evening the lights of the town came up out of the water like a second, slower fleet.',
];
const STORY = Array.from({ length: 6 }, () => SENTENCES.join(' ')).join('\n\n');

const SCRIPT: [RegExp, string][] = [
  [/^(hello|hi|hey|good (morning|evening))$/, HELLO],
  [/^help$/, HELP],
  [/^markdown$/, MARKDOWN],
  [/^table$/, TABLE],
  [/^code$/, CODE],
  [/^list$/, LIST],
  [/^story$/, STORY],
];

/** The scripted reply, or an echo: the text itself, letter by letter, line breaks included. */
export function replyTo(text: string): string {
  const asked = text
    .trim()
    .toLowerCase()
    .replace(/[.!?]+$/, '');
  const scripted = SCRIPT.find(([pattern]) => pattern.test(asked));
  return scripted ? scripted[1] : `You said: “${text}”`;
}
