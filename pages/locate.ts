import type { Locator, Page } from '@playwright/test';
import type { Recipe } from '../targets/profile.ts';

/** Words that a recipe's `name` or `text` may hold in braces, with what they stand for. */
export type Words = Record<string, string>;

/** The visible element that a recipe describes. */
export function locate(root: Page | Locator, recipe: Recipe, words: Words = {}): Locator {
  const found = unfiltered(root, recipe, words).filter({ visible: true });
  return recipe.nth === undefined ? found.first() : found.nth(recipe.nth);
}

function unfiltered(root: Page | Locator, recipe: Recipe, words: Words): Locator {
  if ('role' in recipe) {
    const options: { name?: string; exact?: boolean } = {};
    if (recipe.name !== undefined) options.name = spell(recipe.name, words);
    if (recipe.exact !== undefined) options.exact = recipe.exact;
    return root.getByRole(recipe.role, options);
  }
  if ('label' in recipe) return root.getByLabel(spell(recipe.label, words));
  if ('placeholder' in recipe) return root.getByPlaceholder(spell(recipe.placeholder, words));
  if ('text' in recipe) return root.getByText(spell(recipe.text, words));
  if ('testId' in recipe) return root.getByTestId(recipe.testId);
  return root.locator(recipe.css);
}

function spell(template: string, words: Words): string {
  return template.replace(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);
}

/** A recipe in words, for error messages. */
export function describeRecipe(recipe: Recipe): string {
  return Object.entries(recipe)
    .map(([key, value]) => `${key} “${String(value)}”`)
    .join(', ');
}
