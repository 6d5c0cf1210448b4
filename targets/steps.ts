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
 * or first words, and `{name}` for the person's user name. `optional` steps are taken only when their target shows within
 * 2 s. What `text` fills in is told where the steps are described: a new title, or words to search for.
 */
export const stepSchema = z
  .union([
    z.strictObject({ click: recipeSchema, optional: z.boolean().optional() }),
    z.strictObject({
      fill: recipeSchema,
      with: z.enum(['username', 'password', 'newPassword', 'text']),
    }),
    z.strictObject({ press: z.string(), on: recipeSchema.optional() }),
    z.strictObject({ waitFor: recipeSchema }),
    z.strictObject({ waitUntilGone: recipeSchema }),
    z.strictObject({ goto: z.string() }),
  ])
  .meta({ id: 'step', description: 'One action on a page.' });
export type Step = z.infer<typeof stepSchema>;
