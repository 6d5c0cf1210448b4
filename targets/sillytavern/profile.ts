import type { ProfileInput } from '../profile.ts';
import { SILLYTAVERN_VERSION } from './install.ts';

/** What generic discovery cannot know of SillyTavern. The sign-in form it finds by itself. */
export const SILLYTAVERN_PROFILE = {
  name: `SillyTavern ${SILLYTAVERN_VERSION}`,
  signIn: {
    path: '/login',
    // The box says “Not connected to API!” until the page has reached the model.
    afterwards: [
      { waitFor: { placeholder: 'Type a message' } },
      { waitUntilGone: { text: 'Initializing' } },
    ],
  },
  chat: {
    // Closing a chat leads to the home page; the first message sent from there begins a chat with the assistant.
    begin: [
      { click: { css: '#options_button' } },
      { click: { css: '#option_close_chat' } },
      { waitFor: { css: '.welcomePanel' } },
    ],
    composer: { placeholder: 'Type a message' },
    // The address is that of the home page, whose list shows how each chat ends, and the last few chats only. Any of them
    // leads to the assistant, and its chats can be searched for what was said in them.
    reopen: [
      { waitFor: { placeholder: 'Type a message' } },
      { waitUntilGone: { text: 'Initializing' } },
      { click: { css: '.recentChat' } },
      { waitUntilGone: { css: '.welcomePanel' } },
      { click: { css: '#options_button' } },
      { click: { css: '#option_select_chat' } },
      { waitFor: { css: '#select_chat_div .select_chat_block' } },
      { fill: { css: '#select_chat_search' }, with: 'text' },
      { waitUntilGone: { css: '#select_chat_div .select_chat_block', nth: 1 } },
      { click: { css: '#select_chat_div .select_chat_block' } },
      { waitUntilGone: { css: '#select_chat_popup' } },
    ],
  },
  conversation: {
    // Icons and entries of a menu, none of them with a role.
    stop: [{ click: { css: '#mes_stop' } }],
    regenerate: [{ click: { css: '#options_button' } }, { click: { css: '#option_regenerate' } }],
  },
  signOut: {
    // An icon without a name opens the drawer that holds the button.
    steps: [
      { click: { css: '#user-settings-button .drawer-toggle' } },
      { click: { role: 'button', name: 'Logout' } },
    ],
  },
} as const satisfies ProfileInput;
