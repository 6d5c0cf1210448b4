import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { PERMISSIONS_POLICY } from '../http/security-headers.ts';
import type { Parts } from '../parts.ts';
import type { Settings } from '../../settings.ts';

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="8" fill="#0f5c6e"/>
<g fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round">
<circle cx="16" cy="8.5" r="2.5"/><path d="M16 11v14M11 14.5h10M7.500 18.500c.5 4.500 4 7 8.500 7s8-2.500 8.500-7"/></g></svg>`;

const SCREENS = ['/', '/login', '/forgot', '/try', '/account', '/share/:shareId'];

/** The one HTML document, which holds nothing private, and what it loads. */
export function registerDocuments(app: FastifyInstance, parts: Parts): void {
  const shell = shellFor(parts.settings, { title: 'Harbour' });
  for (const screen of SCREENS) {
    app.get(screen, async (request, reply) => {
      await parts.mechanism.welcome(request, reply);
      if (screen.startsWith('/share/')) reply.header('x-robots-tag', 'noindex');
      reply.header('permissions-policy', PERMISSIONS_POLICY);
      return reply.type('text/html; charset=utf-8').send(shell);
    });
  }
  const { addresses } = parts.settings;
  for (const address of ['/c/:id', ...(addresses === 'the identifier' ? [] : ['/c/:id/:title'])]) {
    app.get<{ Params: { id: string } }>(address, async (request, reply) => {
      await parts.mechanism.welcome(request, reply);
      reply.header('permissions-policy', PERMISSIONS_POLICY);
      const preview = await previewOf(parts, request.params.id);
      return reply
        .type('text/html; charset=utf-8')
        .send(preview ? shellFor(parts.settings, preview) : shell);
    });
  }
  asset(app, '/assets/app.js', 'text/javascript; charset=utf-8', parts.ui.script);
  asset(app, '/assets/app.css', 'text/css; charset=utf-8', parts.ui.style);
  asset(app, '/assets/icon.svg', 'image/svg+xml', ICON);
  app.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/api/') || request.method !== 'GET') {
      return reply.code(404).send({ error: 'There is nothing here.' });
    }
    return reply.code(404).type('text/html; charset=utf-8').send(shell);
  });
}

/** The same for everybody, so a browser may keep it as long as it asks whether it is still the same. */
function asset(app: FastifyInstance, path: string, type: string, content: string): void {
  const tag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  app.get(path, (request, reply) => {
    reply.header('cache-control', 'no-cache').header('etag', tag);
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply.type(type).send(content);
  });
}

/** What is shown of an address where somebody pastes it. */
interface Preview {
  title: string;
  description?: string;
}

const PREVIEW_LENGTH = 160;

/** What the policy lets a preview of a conversation say; nothing where that is what it says of the product. */
async function previewOf(
  { policy, conversations }: Parts,
  id: string,
): Promise<Preview | undefined> {
  if (policy.page.linkPreview === 'the product') return undefined;
  const conversation = await conversations.find(id);
  if (!conversation) return undefined;
  const [first] = await conversations.messages(id);
  const description = first?.text.slice(0, PREVIEW_LENGTH);
  return { title: conversation.title, ...(description !== undefined && { description }) };
}

function metaOf({ title, description }: Preview): string {
  const lines = Object.entries({ title, description }).map(([name, content]) =>
    content === undefined ? '' : `<meta property="og:${name}" content="${escaped(content)}">\n`,
  );
  return lines.join('');
}

function escaped(text: string): string {
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, (character) => named[character] ?? character);
}

function shellFor(settings: Settings, preview: Preview): string {
  // A script element ends at the first `</`, whatever its type.
  const json = JSON.stringify(settings).replaceAll('<', String.raw`\u003c`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Harbour</title>
${metaOf(preview)}<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/app.css">
<script type="application/json" id="settings">${json}</script>
<script type="module" src="/assets/app.js"></script>
</head>
<body><div id="app"></div><noscript>Harbour needs JavaScript.</noscript></body>
</html>
`;
}
