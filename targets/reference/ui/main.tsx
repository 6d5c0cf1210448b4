import { render } from 'preact';
import { App } from './app.tsx';
import { currentRoute } from './router.ts';
import { start } from './state/session.ts';

const root = document.getElementById('app');
if (!root) throw new Error('The document has no place for the page (element with id "app").');
render(<App />, root);
// A shared conversation is for anybody: who reads it does not matter, and is not asked.
if (currentRoute().screen !== 'share') void start();
