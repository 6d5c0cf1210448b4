import { z } from 'zod';

/**
 * Finds one thing on a page. Exactly one way of finding; `nth` (0-based) picks among several.
 * Names are matched as substrings without case unless `exact` is true.
 */
export const recipeSchema = z
  .union([
    z.strictObject({
      role: z.enum([
        'button',
        'link',
        'menuitem',
        'textbox',
        'combobox',
        'tab',
        'listitem',
        'option',
        'dialog',
        'heading',
        'img',
      ]),
      name: z.string().optional(),
      exact: z.boolean().optional(),
      nth: z.int().min(0).optional(),
    }),
    z.strictObject({ label: z.string(), nth: z.int().min(0).optional() }),
    z.strictObject({ placeholder: z.string(), nth: z.int().min(0).optional() }),
    z.strictObject({ text: z.string(), nth: z.int().min(0).optional() }),
    z.strictObject({ testId: z.string(), nth: z.int().min(0).optional() }),
    z.strictObject({ css: z.string(), nth: z.int().min(0).optional() }),
  ])
  .meta({ id: 'recipe', description: 'Finds one visible thing on a page.' });
export type Recipe = z.infer<typeof recipeSchema>;

/**
 * One action on a page. In a recipe's `name` or `text`, `{title}` stands for the canary-bearing conversation's title
 * or first words. `optional` steps are taken only when their target shows within 2 s.
 */
export const stepSchema = z
  .union([
    z.strictObject({ click: recipeSchema, optional: z.boolean().optional() }),
    z.strictObject({ fill: recipeSchema, with: z.enum(['username', 'password']) }),
    z.strictObject({ press: z.string(), on: recipeSchema.optional() }),
    z.strictObject({ waitFor: recipeSchema }),
    z.strictObject({ waitUntilGone: recipeSchema }),
    z.strictObject({ goto: z.string() }),
  ])
  .meta({ id: 'step', description: 'One action on a page.' });
export type Step = z.infer<typeof stepSchema>;

/** What a product may lack; a check that needs it is skipped with that reason. */
export const CAPABILITIES = {
  signOut: 'a way to sign out',
  secondTab: 'two tabs of one person at once',
  persistence: 'conversations that outlive a reload',
  echo: 'a bot that repeats what it is told',
} as const satisfies Record<string, string>;
export type Capability = keyof typeof CAPABILITIES;
const capabilityNames = Object.keys(CAPABILITIES) as [Capability, ...Capability[]];

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' });
const seconds = z.number().positive();

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
    .array(httpUrl)
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
      reopen: z
        .array(stepSchema)
        .optional()
        .describe(
          'Taken after a reload to see the conversation again. By default: nothing, or its entry in a list.',
        ),
      replyWithinSeconds: seconds.default(30).describe('How long a reply may take to end.'),
    })
    .prefault({}),
  signOut: z
    .strictObject({
      steps: z
        .array(stepSchema)
        .optional()
        .describe('By default the control is looked for by role and name, in visible menus too.'),
    })
    .prefault({}),
  policy: z
    .strictObject({
      idleSeconds: seconds
        .optional()
        .describe(
          'After so long without activity the server must refuse the session (ASVS 5.0 7.3.1).',
        ),
      otherTabsWithinSeconds: seconds
        .default(10)
        .describe('How soon a logout must show in the same person’s other tabs.'),
    })
    .prefault({})
    .describe(
      'What the team wants the product to hold to. Checks that need a number are skipped where it is missing.',
    ),
  lacks: z
    .array(z.enum(capabilityNames))
    .default([])
    .describe('What the product does not have: checks that need it are skipped with that reason.'),
});

/** What a person writes in a profile file. */
export type ProfileInput = z.input<typeof profileSchema>;
/** A profile with its defaults filled in. */
export type Profile = z.output<typeof profileSchema>;
