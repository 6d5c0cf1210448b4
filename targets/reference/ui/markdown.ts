import createDOMPurify from 'dompurify';
import MarkdownIt from 'markdown-it';
import { settings } from './settings.ts';

/** Turns a reply's markdown into the page's HTML. */

const pictures = settings.pictures === 'from anywhere';

/** What a reply may contain. No form or media, and no image: a reply must not make the page fetch or send anything. */
const ALLOWED_TAGS = [
  ...['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'code'],
  ...[
    'strong',
    'em',
    's',
    'a',
    'ul',
    'ol',
    'li',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'div',
  ],
  ...(pictures ? ['img'] : []),
];
const ALLOWED_ATTR = [
  'href',
  'title',
  'class',
  'start',
  'target',
  'rel',
  'tabindex',
  'role',
  'aria-label',
  ...(pictures ? ['src', 'alt'] : []),
];

const sanitised = settings.rendering.bot === 'sanitised';
const markdown = new MarkdownIt({ html: !sanitised, linkify: true, breaks: false });
const purifier = createDOMPurify(window);

/** The HTML of a reply, ready to be set. */
export function replyHtml(text: string): string {
  const html = markdown.render(text);
  return sanitised ? purifier.sanitize(html, { ALLOWED_TAGS, ALLOWED_ATTR }) : html;
}

const { rules } = markdown.renderer;

// An image becomes a link to it: loading it would tell its host who reads what.
if (sanitised && !pictures) {
  rules['image'] = (tokens, index) => {
    const token = tokens[index];
    const address = markdown.utils.escapeHtml(String(token?.attrGet('src') ?? ''));
    const label = markdown.utils.escapeHtml(token?.content || 'Image');
    return `<a href="${address}" target="_blank" rel="${REL}">${label}</a>`;
  };
}
const REL = 'noopener noreferrer nofollow';

rules['link_open'] = (tokens, index, options, _env, renderer) => {
  tokens[index]?.attrSet('target', '_blank');
  tokens[index]?.attrSet('rel', REL);
  return renderer.renderToken(tokens, index, options);
};

// A reply stands below the page's own heading.
for (const name of ['heading_open', 'heading_close'] as const) {
  rules[name] = (tokens, index, options, _env, renderer) => {
    const token = tokens[index];
    if (token) token.tag = `h${Math.min(Number(token.tag.slice(1)) + 1, 6)}`;
    return renderer.renderToken(tokens, index, options);
  };
}

// Wide tables and code scroll by themselves, and must be reachable by keyboard to do so.
rules['table_open'] = () =>
  '<div class="table-scroll" role="group" aria-label="Table" tabindex="0"><table>';
rules['table_close'] = () => '</table></div>';
for (const name of ['fence', 'code_block'] as const) {
  const render = rules[name];
  rules[name] = (...parts) =>
    render?.(...parts).replace('<pre', '<pre tabindex="0" role="group" aria-label="Code"') ?? '';
}

// The page's policy forbids style attributes, by which cells are aligned otherwise.
for (const name of ['th_open', 'td_open'] as const) {
  rules[name] = (tokens, index, options, _env, renderer) => {
    const token = tokens[index];
    const alignment = /text-align:(\w+)/.exec(String(token?.attrGet('style') ?? ''))?.[1];
    if (token) token.attrs = alignment ? [['class', `align-${alignment}`]] : null;
    return renderer.renderToken(tokens, index, options);
  };
}
