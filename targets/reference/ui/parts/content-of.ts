/** What an element shows of a text, as properties of it. */
export function contentOf(text: string, shown: 'text' | 'html') {
  return shown === 'html' ? { dangerouslySetInnerHTML: { __html: text } } : { children: text };
}
