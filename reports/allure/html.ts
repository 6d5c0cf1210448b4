const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML that shows it. What a chatbot answered, scripts included, must be read in the report and never run. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** The address, where it is one that may be followed from a report; otherwise nothing. */
export const safeLink = (url: string): string | undefined =>
  /^https?:\/\//i.test(url) ? url : undefined;
