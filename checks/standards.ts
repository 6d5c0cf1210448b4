import type { StandardReference } from './verdict.ts';

const ASVS = 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en';
const WSTG =
  'https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing';
const NIST = 'https://pages.nist.gov/800-63-4/sp800-63b.html';
const LLM = 'https://genai.owasp.org/llmrisk';

/** The requirements that the checks hold a product to, by the short name that the checks use. */
export const STANDARDS = {
  asvs231: asvs(
    '2.3.1',
    'Steps of a flow are taken in their order, and none is skipped',
    '0x11-V2-Validation-and-Business-Logic.md',
  ),
  asvs233: asvs(
    '2.3.3',
    'An operation succeeds in its entirety, or is rolled back',
    '0x11-V2-Validation-and-Business-Logic.md',
  ),
  asvs1541: asvs(
    '15.4.1',
    'Objects that requests share are accessed safely',
    '0x24-V15-Secure-Coding-and-Architecture.md',
  ),
  asvs322: asvs('3.2.2', 'Text is shown as text', '0x12-V3-Web-Frontend-Security.md'),
  asvs331: asvs(
    '3.3.1',
    'Cookies are Secure and carry a name prefix',
    '0x12-V3-Web-Frontend-Security.md',
  ),
  asvs332: asvs('3.3.2', 'SameSite is set by purpose', '0x12-V3-Web-Frontend-Security.md'),
  asvs334: asvs('3.3.4', 'Session cookies are HttpOnly', '0x12-V3-Web-Frontend-Security.md'),
  asvs342: asvs(
    '3.4.2',
    'CORS admits a fixed origin, or those on an allowlist',
    '0x12-V3-Web-Frontend-Security.md',
  ),
  asvs346: asvs(
    '3.4.6',
    'Pages say who may frame them (frame-ancestors)',
    '0x12-V3-Web-Frontend-Security.md',
  ),
  asvs355: asvs(
    '3.5.5',
    'Messages between windows are dropped unless origin and form are right',
    '0x12-V3-Web-Frontend-Security.md',
  ),
  asvs358: asvs(
    '3.5.8',
    'Authenticated resources are loaded and embedded by other sites only where that is intended',
    '0x12-V3-Web-Frontend-Security.md',
  ),
  asvs351: asvs(
    '3.5.1',
    'Requests that another site sends to sensitive functions are refused',
    '0x12-V3-Web-Frontend-Security.md',
  ),
  asvs352: asvs(
    '3.5.2',
    'What relies on a preflight cannot be called without one',
    '0x12-V3-Web-Frontend-Security.md',
  ),
  asvs353: asvs(
    '3.5.3',
    'Sensitive functions are not called by safe methods such as GET',
    '0x12-V3-Web-Frontend-Security.md',
  ),
  asvs413: asvs(
    '4.1.3',
    'Headers that an intermediary sets cannot be set by the user',
    '0x13-V4-API-and-Web-Service.md',
  ),
  asvs442: asvs(
    '4.4.2',
    'The Origin of a WebSocket handshake is checked against an allowlist',
    '0x13-V4-API-and-Web-Service.md',
  ),
  asvs443: asvs(
    '4.4.3',
    'WebSocket tokens follow the rules of sessions',
    '0x13-V4-API-and-Web-Service.md',
  ),
  asvs643: asvs(
    '6.4.3',
    'The way to replace a forgotten password is safe, and goes around no other factor',
    '0x15-V6-Authentication.md',
  ),
  asvs721: asvs(
    '7.2.1',
    'Session tokens are verified by the back end',
    '0x16-V7-Session-Management.md',
  ),
  asvs723: asvs(
    '7.2.3',
    'Session tokens are unique, and random with at least 128 bits',
    '0x16-V7-Session-Management.md',
  ),
  asvs724: asvs(
    '7.2.4',
    'A new token is issued at authentication',
    '0x16-V7-Session-Management.md',
  ),
  asvs731: asvs('7.3.1', 'There is an inactivity timeout', '0x16-V7-Session-Management.md'),
  asvs732: asvs(
    '7.3.2',
    'There is an absolute maximum session lifetime',
    '0x16-V7-Session-Management.md',
  ),
  asvs741: asvs(
    '7.4.1',
    'After logout the session cannot be used',
    '0x16-V7-Session-Management.md',
  ),
  asvs743: asvs(
    '7.4.3',
    'Other sessions can be ended after a change of credentials',
    '0x16-V7-Session-Management.md',
  ),
  asvs744: asvs('7.4.4', 'Logout is easy to reach on every page', '0x16-V7-Session-Management.md'),
  asvs752: asvs(
    '7.5.2',
    'People see their sessions and end any of them',
    '0x16-V7-Session-Management.md',
  ),
  asvs761: asvs(
    '7.6.1',
    'Sessions at the identity provider and at the product begin and end together, as documented',
    '0x16-V7-Session-Management.md',
  ),
  asvs821: asvs('8.2.1', 'Functions need explicit permission', '0x17-V8-Authorization.md'),
  asvs822: asvs('8.2.2', 'Data needs explicit permission', '0x17-V8-Authorization.md'),
  asvs832: asvs('8.3.2', 'Changes of authorisation apply at once', '0x17-V8-Authorization.md'),
  asvs911: asvs(
    '9.1.1',
    'Self-contained tokens are verified by signature',
    '0x18-V9-Self-contained-Tokens.md',
  ),
  asvs912: asvs('9.1.2', 'Only allowed algorithms, never none', '0x18-V9-Self-contained-Tokens.md'),
  asvs913: asvs('9.1.3', 'Keys come from trusted sources only', '0x18-V9-Self-contained-Tokens.md'),
  asvs921: asvs(
    '9.2.1',
    'The validity period of a token is verified',
    '0x18-V9-Self-contained-Tokens.md',
  ),
  asvs922: asvs(
    '9.2.2',
    'A token is accepted for its own purpose only',
    '0x18-V9-Self-contained-Tokens.md',
  ),
  asvs121: asvs(
    '1.2.1',
    'Output is encoded for its context',
    '0x10-V1-Encoding-and-Sanitization.md',
  ),
  asvs131: asvs('1.3.1', 'HTML input is sanitised', '0x10-V1-Encoding-and-Sanitization.md'),
  asvs1422: asvs(
    '14.2.2',
    'Sensitive data is not cached in server components',
    '0x23-V14-Data-Protection.md',
  ),
  asvs1423: asvs(
    '14.2.3',
    'Sensitive data is not sent to untrusted parties, such as trackers',
    '0x23-V14-Data-Protection.md',
  ),
  asvs1425: asvs(
    '14.2.5',
    'Caches keep only what is expected, under its own address',
    '0x23-V14-Data-Protection.md',
  ),
  asvs135: asvs(
    '1.3.5',
    'Content in Markdown, style sheets and the like is sanitised or switched off',
    '0x10-V1-Encoding-and-Sanitization.md',
  ),
  asvs343: asvs(
    '3.4.3',
    'A Content-Security-Policy limits what a page may load',
    '0x12-V3-Web-Frontend-Security.md',
  ),
  asvs1431: asvs(
    '14.3.1',
    'Authenticated data is cleared from the client at the end of a session',
    '0x23-V14-Data-Protection.md',
  ),
  asvs1432: asvs(
    '14.3.2',
    'Sensitive answers are not cached by the browser',
    '0x23-V14-Data-Protection.md',
  ),
  asvs1625: asvs(
    '16.2.5',
    'What is logged is chosen by its protection level: no credentials, tokens hashed at most',
    '0x25-V16-Security-Logging-and-Error-Handling.md',
  ),
  asvs1421: asvs(
    '14.2.1',
    'Sensitive data is sent in bodies and headers, never in addresses',
    '0x23-V14-Data-Protection.md',
  ),
  asvs1433: asvs(
    '14.3.3',
    'Browser storage holds nothing sensitive, session tokens excepted',
    '0x23-V14-Data-Protection.md',
  ),
  wstgSess01: wstg(
    'SESS-01',
    'Session management schema',
    '01-Testing_for_Session_Management_Schema',
  ),
  wstgSess02: wstg('SESS-02', 'Cookie attributes', '02-Testing_for_Cookies_Attributes'),
  wstgSess03: wstg('SESS-03', 'Session fixation', '03-Testing_for_Session_Fixation'),
  wstgSess04: wstg(
    'SESS-04',
    'Exposed session variables',
    '04-Testing_for_Exposed_Session_Variables',
  ),
  wstgSess05: wstg(
    'SESS-05',
    'Cross-site request forgery',
    '05-Testing_for_Cross_Site_Request_Forgery',
  ),
  wstgSess06: wstg('SESS-06', 'Logout functionality', '06-Testing_for_Logout_Functionality'),
  wstgSess07: wstg('SESS-07', 'Session timeout', '07-Testing_Session_Timeout'),
  wstgSess08: wstg('SESS-08', 'Session puzzling', '08-Testing_for_Session_Puzzling'),
  wstgSess10: wstg('SESS-10', 'JSON Web Tokens', '10-Testing_JSON_Web_Tokens'),
  wstgSess11: wstg('SESS-11', 'Concurrent sessions', '11-Testing_for_Concurrent_Sessions'),
  wstgClnt07: {
    id: 'WSTG CLNT-07',
    title: 'Cross-origin resource sharing',
    url: `${WSTG}/11-Client-side_Testing/07-Testing_Cross_Origin_Resource_Sharing`,
  },
  wstgClnt09: {
    id: 'WSTG CLNT-09',
    title: 'Clickjacking',
    url: `${WSTG}/11-Client-side_Testing/09-Testing_for_Clickjacking`,
  },
  wstgClnt10: {
    id: 'WSTG CLNT-10',
    title: 'WebSockets',
    url: `${WSTG}/11-Client-side_Testing/10-Testing_WebSockets`,
  },
  wstgClnt11: {
    id: 'WSTG CLNT-11',
    title: 'Web messaging',
    url: `${WSTG}/11-Client-side_Testing/11-Testing_Web_Messaging`,
  },
  wstgClnt12: {
    id: 'WSTG CLNT-12',
    title: 'Browser storage',
    url: `${WSTG}/11-Client-side_Testing/12-Testing_Browser_Storage`,
  },
  cheatSheetSession: {
    id: 'OWASP Session Management Cheat Sheet',
    title: 'A session’s cookie does not outlive the browser: no Max-Age, no Expires',
    url: 'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html#expire-and-max-age-attributes',
  },
  cheatSheetHtml5: {
    id: 'OWASP HTML5 Security Cheat Sheet',
    title: 'Web storage holds no session identifiers: every script of the origin reads it',
    url: 'https://cheatsheetseries.owasp.org/cheatsheets/HTML5_Security_Cheat_Sheet.html#local-storage',
  },
  wstgAthz04: {
    id: 'WSTG ATHZ-04',
    title: 'Insecure direct object references',
    url: `${WSTG}/05-Authorization_Testing/04-Testing_for_Insecure_Direct_Object_References`,
  },
  wstgAthn05: {
    id: 'WSTG ATHN-05',
    title: 'Remembered sign-ins',
    url: `${WSTG}/04-Authentication_Testing/05-Testing_for_Vulnerable_Remember_Password`,
  },
  wstgAthn06: {
    id: 'WSTG ATHN-06',
    title: 'Browser cache weaknesses',
    url: `${WSTG}/04-Authentication_Testing/06-Testing_for_Browser_Cache_Weaknesses`,
  },
  wstgClnt01: {
    id: 'WSTG CLNT-01',
    title: 'DOM-based cross-site scripting',
    url: `${WSTG}/11-Client-side_Testing/01-Testing_for_DOM-based_Cross_Site_Scripting`,
  },
  wstgAthn04: {
    id: 'WSTG ATHN-04',
    title: 'Bypassing the authentication schema',
    url: `${WSTG}/04-Authentication_Testing/04-Testing_for_Bypassing_Authentication_Schema`,
  },
  nist213: {
    id: 'NIST SP 800-63B-4 §2.1.3',
    title: 'Every session has an overall limit, of 30 days at most',
    url: NIST,
  },
  nist51: {
    id: 'NIST SP 800-63B-4 §5.1',
    title:
      'Session bindings: made at authentication, with 64 random bits or more, erased and invalidated at log-off',
    url: `${NIST}#session-bindings`,
  },
  nist52: {
    id: 'NIST SP 800-63B-4 §5.2',
    title: 'Sessions end at the inactivity and overall limits',
    url: `${NIST}#reauthentication`,
  },
  wcag221: {
    id: 'WCAG 2.2 SC 2.2.1',
    title: 'Timing adjustable: no time limit ends what a person is doing without her say',
    url: 'https://www.w3.org/TR/WCAG22/#timing-adjustable',
  },
  wcag225: {
    id: 'WCAG 2.2 SC 2.2.5',
    title: 'Re-authenticating: who signs in again goes on without loss of data (AAA)',
    url: 'https://www.w3.org/TR/WCAG22/#re-authenticating',
  },
  cwe346: {
    id: 'CWE-346',
    title: 'Origin validation error',
    url: 'https://cwe.mitre.org/data/definitions/346.html',
  },
  cwe488: {
    id: 'CWE-488',
    title: 'Exposure of a data element to the wrong session',
    url: 'https://cwe.mitre.org/data/definitions/488.html',
  },
  cwe532: {
    id: 'CWE-532',
    title: 'Insertion of sensitive information into a log',
    url: 'https://cwe.mitre.org/data/definitions/532.html',
  },
  llm01: {
    id: 'OWASP LLM01:2025',
    title: 'Prompt injection',
    url: `${LLM}/llm01-prompt-injection/`,
  },
  llm05: {
    id: 'OWASP LLM05:2025',
    title: 'Improper output handling',
    url: `${LLM}/llm052025-improper-output-handling/`,
  },
} as const satisfies Record<string, StandardReference>;

function asvs(number: string, title: string, file: string): StandardReference {
  return { id: `ASVS 5.0 ${number}`, title, url: `${ASVS}/${file}` };
}

function wstg(number: string, title: string, page: string): StandardReference {
  return {
    id: `WSTG ${number}`,
    title,
    url: `${WSTG}/06-Session_Management_Testing/${page}`,
  };
}
