/**
 * The browser itself then refuses to load anything from elsewhere, should a later version of Allure bring in more than
 * is taken out here. A single-file report needs its inline scripts and styles, and data and blob addresses.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' data: blob:",
  "style-src 'unsafe-inline' data: blob:",
  'img-src data: blob:',
  'font-src data: blob:',
  'media-src data: blob:',
  'connect-src data: blob:',
  'frame-src data: blob:',
  'worker-src data: blob:',
  "form-action 'none'",
  "base-uri 'self' file:",
].join('; ');

/** Loads Google's script by address. */
const ANALYTICS_LOADER =
  /<script\b[^>]*\bsrc=["']?https:\/\/www\.googletagmanager\.com\/[^>]*>\s*<\/script>/gi;
/** Configures it. */
const ANALYTICS_CALL =
  /<script>(?:(?!<\/script>)[\s\S])*\bgtag\(['"]config['"](?:(?!<\/script>)[\s\S])*<\/script>/gi;

const SCRIPT_BODY = /(<script\b[^>]*>)[\s\S]*?(<\/script>)/gi;
const OUTSIDE_LOAD =
  /<(?:script|link|img|iframe|object|embed|source|video|audio|form|base)\b[^>]*\b(?:src|href|data|action)\s*=\s*["']?\s*(?:https?:)?\/\/[^>]*>/i;

/**
 * A report's page that loads nothing from elsewhere: without Google Analytics, which every report of Allure 3 loads,
 * and with a content security policy that forbids the rest.
 *
 * Throws when something is left, and when the page is not one into which the policy can be put.
 */
export function withoutOutsideLoads(html: string): string {
  const stripped = html.replace(ANALYTICS_LOADER, '').replace(ANALYTICS_CALL, '');
  const markup = stripped.replace(SCRIPT_BODY, '$1$2');
  const left = OUTSIDE_LOAD.exec(markup)?.[0] ?? /gtag\(['"]config['"]/.exec(stripped)?.[0];
  if (left !== undefined) {
    throw new Error(`The generated page would load something from outside: ${left.slice(0, 120)}`);
  }
  if (!/<head>/i.test(stripped))
    throw new Error('The generated page has no <head> for its content security policy.');
  return stripped.replace(
    /<head>/i,
    `<head>\n    <meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
  );
}
