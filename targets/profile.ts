import { z } from 'zod';
import { recipeSchema, stepSchema } from './steps.ts';

export type { Recipe, Step } from './steps.ts';

/** What a product may lack; a check that needs it is skipped with that reason. */
export const CAPABILITIES = {
  signOut: 'a way to sign out',
  secondTab: 'two tabs of one person at once',
  persistence: 'conversations that outlive a reload',
  echo: 'a bot that repeats what it is told',
  rename: 'a way to rename a conversation',
  remove: 'a way to delete a conversation',
  share: 'a way to share a conversation by a link',
  export: 'a way to export a conversation',
  search: 'a search through the conversations',
  deviceList: 'a list of the places where one is signed in',
  signOutEverywhere: 'a way to sign out everywhere',
  liveChannel: 'a live channel (a WebSocket or an event stream)',
  guestChat: 'a chat for people without an account',
  passwordReset: 'a way to ask for a new password',
} as const satisfies Record<string, string>;
export type Capability = keyof typeof CAPABILITIES;

/** Checks that change a test account are carried out only where the profile allows it. */
export const PERMISSIONS = {
  passwordChange: 'change a test account’s password, and change it back',
  nameChange: 'change a test account’s display name, and change it back',
  passwordReset:
    'ask for a new password in a test account’s name, which sends it a mail that nobody follows',
} as const satisfies Record<string, string>;
export type Permission = keyof typeof PERMISSIONS;

const capabilityNames = Object.keys(CAPABILITIES) as [Capability, ...Capability[]];
const permissionNames = Object.keys(PERMISSIONS) as [Permission, ...Permission[]];

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' });
const seconds = z.number().positive();
const feature = (does: string) => z.array(stepSchema).optional().describe(does);

/** A chatbot, as data. Whatever is left out is discovered. */
export const profileSchema = z.strictObject({
  $schema: z.string().optional(),
  name: z.string().min(1).describe('Shown in every report.'),
  origin: httpUrl
    .optional()
    .describe(
      'Where the chatbot is, without a path. `TARGET_URL` in the environment wins over it.',
    ),
  alsoAllowed: z
    .array(httpUrl.transform((url) => new URL(url).origin))
    .default([])
    .describe('Further origins that belong to the product and may be sent requests.'),
  signIn: z
    .strictObject({
      path: z
        .string()
        .startsWith('/')
        .default('/')
        .describe('The path of the sign-in page; `/` follows the product’s own redirect.'),
      steps: z.array(stepSchema).optional().describe('Replaces discovery of the form altogether.'),
      afterwards: z
        .array(stepSchema)
        .default([])
        .describe('Taken after the form, to reach the chat: closing welcome dialogs and the like.'),
      forgotten: feature(
        'Taken from the sign-in page to ask for a new password for `username`, up to where the mail is sent. By default a control named “Forgot your password?” and the like is used.',
      ),
    })
    .prefault({}),
  chat: z
    .strictObject({
      path: z
        .string()
        .startsWith('/')
        .optional()
        .describe('Where the chat is; by default, wherever sign-in leads.'),
      begin: z
        .array(stepSchema)
        .optional()
        .describe(
          'Taken to begin a new conversation. By default: nothing, or a button named “New chat” and the like.',
        ),
      composer: recipeSchema
        .optional()
        .describe('By default the visible editable box whose text comes back in the page.'),
      send: recipeSchema.optional().describe('By default Enter is pressed.'),
      attach: z
        .array(stepSchema)
        .optional()
        .describe(
          'Taken to send a file along, until the browser asks which one. By default: a field for files beside the box, or a control that is called so.',
        ),
      reopen: z
        .array(stepSchema)
        .optional()
        .describe(
          'Taken after a reload to see the conversation again; `text` fills in its title or first words, to search for. By default: nothing, or its entry in a list.',
        ),
      replyWithinSeconds: seconds.default(30).describe('How long a reply may take to end.'),
    })
    .prefault({}),
  guest: z
    .strictObject({
      steps: feature('Taken from the sign-in page, to talk without an account.'),
    })
    .prefault({})
    .describe(
      'By default a control named “without an account”, “as a guest” and the like is used.',
    ),
  signOut: z
    .strictObject({
      steps: z
        .array(stepSchema)
        .optional()
        .describe('By default the control is looked for by role and name, in visible menus too.'),
    })
    .prefault({}),
  conversation: z
    .strictObject({
      rename: feature('Gives the open conversation the new title that `text` fills in.'),
      remove: feature('Deletes the open conversation.'),
      share: feature('Shares the open conversation, until its link can be read on the page.'),
      stopSharing: feature('Withdraws that link again.'),
      export: feature('Exports the open conversation.'),
      search: feature('Searches the conversations for the words that `text` fills in.'),
      stop: feature('Stops the answer that is being written.'),
      regenerate: feature('Has the last answer written once more.'),
    })
    .prefault({})
    .describe(
      'What can be done with a conversation, taken while it is open. By default each control is looked for by role and name.',
    ),
  account: z
    .strictObject({
      endOtherSession: feature('Ends every other session in the list of devices.'),
      signOutEverywhere: feature('Signs out everywhere.'),
      changePassword: feature('Changes `password` to `newPassword`.'),
      displayName: feature('Comes to the field in which the display name is changed.'),
    })
    .prefault({})
    .describe(
      'What can be done with an account. By default each control is looked for by role and name, on the page of the account or settings too.',
    ),
  policy: z
    .strictObject({
      idleSeconds: seconds
        .optional()
        .describe(
          'After so long without activity the server must refuse the session (ASVS 5.0 7.3.1).',
        ),
      absoluteSeconds: seconds
        .optional()
        .describe(
          'So long after the sign-in the server must refuse the session, however much it is used (ASVS 5.0 7.3.2).',
        ),
      rememberedSeconds: seconds
        .optional()
        .describe(
          'How long at most a session may last whose person asked to stay signed in, by a box in the form (NIST SP 800-63B-4 §2.1.3: 30 days).',
        ),
      accessTokenSeconds: seconds
        .default(3600)
        .describe(
          'The longest that a self-contained token (JWT) that opens conversations may be good for.',
        ),
      revokedWithinSeconds: z
        .number()
        .min(0)
        .max(60)
        .default(0)
        .describe(
          'How long a credential may still work after its session was ended (a team that caches sessions knows).',
        ),
      otherTabsWithinSeconds: seconds
        .default(10)
        .describe('How soon a logout must show in the same person’s other tabs.'),
    })
    .prefault({})
    .describe(
      'What the team wants the product to hold to. Checks that need a number are skipped where it is missing.',
    ),
  crowd: z
    .strictObject({
      tabs: z
        .int()
        .min(1)
        .max(8)
        .default(1)
        .describe('How many conversations each of the two people has open at once.'),
      rounds: z
        .int()
        .min(1)
        .max(20)
        .default(2)
        .describe(
          'How often all of them speak at once. With more of both, the check of people who chat at once becomes a test under load: raise them where that may be done.',
        ),
      sessions: z
        .int()
        .min(2)
        .max(200)
        .default(2)
        .describe(
          'How many sessions the two people have between them. One of each has a page; all further ones are signed in without a browser, by the requests that the pages were seen to send, begin a conversation each, and speak at once, while a quarter of them hangs up on the answer. Each is a sign-in, and leaves a conversation: raise it only where that many are welcome. It takes at most 5 minutes.',
        ),
    })
    .prefault({})
    .describe('How much is said at once by the check of people who chat at once.'),
  allows: z
    .array(z.enum(permissionNames))
    .default([])
    .describe('What may be changed in the test accounts; undone at the end of each check.'),
  lacks: z
    .array(z.enum(capabilityNames))
    .default([])
    .describe('What the product does not have: checks that need it are skipped with that reason.'),
});

/** What a person writes in a profile file. */
export type ProfileInput = z.input<typeof profileSchema>;
/** A profile with its defaults filled in. */
export type Profile = z.output<typeof profileSchema>;
