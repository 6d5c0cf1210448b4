import type { Locator, Page } from '@playwright/test';
import type { Secret } from '../checks/secret.ts';
import { showingAddresses } from '../checks/shown-address.ts';
import type { Step } from '../targets/profile.ts';
import type { Account } from '../targets/target.ts';
import { describeRecipe, locate, type Words } from './locate.ts';
import { typeSecret } from './type-secret.ts';

/** How long an optional step waits for its element. */
const OPTIONAL_MS = 2_000;
/** How long any other step waits: real products initialise for many seconds on a busy machine. */
export const STEP_MS = 45_000;

export interface StepContext {
  /** Scheme, host and port that `goto` paths are resolved against. */
  origin: string;
  account?: Account;
  /** What `newPassword` fills in. */
  newPassword?: Secret;
  /** What `text` fills in. */
  text?: string;
  words?: Words;
  /** What else is done on the page, before each step. */
  beforeEach?: () => Promise<void>;
}

/** Takes a profile's steps in order. An error names the step by its place and content. */
export async function takeSteps(
  page: Page,
  what: string,
  steps: readonly Step[],
  context: StepContext,
): Promise<void> {
  for (const [index, step] of steps.entries()) {
    await context.beforeEach?.();
    try {
      await takeStep(page, step, context);
    } catch (error) {
      const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
      throw new Error(
        `${what}: step ${index + 1} of ${steps.length} of the profile (${describeStep(step)}) failed: ${showingAddresses(reason ?? '')}`,
      );
    }
  }
}

async function takeStep(page: Page, step: Step, context: StepContext): Promise<void> {
  const words = context.words ?? {};
  if ('click' in step) {
    const target = locate(page, step.click, words);
    if (step.optional && !(await appears(() => target.waitFor({ timeout: OPTIONAL_MS })))) return;
    await target.click({ timeout: STEP_MS });
  } else if ('fill' in step) {
    await fill(locate(page, step.fill, words), step.with, context);
  } else if ('press' in step) {
    if (step.on) await locate(page, step.on, words).press(step.press, { timeout: STEP_MS });
    else await page.keyboard.press(step.press);
  } else if ('waitFor' in step) {
    await locate(page, step.waitFor, words).waitFor({ timeout: STEP_MS });
  } else if ('waitUntilGone' in step) {
    await locate(page, step.waitUntilGone, words).waitFor({ state: 'hidden', timeout: STEP_MS });
  } else {
    await page.goto(new URL(step.goto, context.origin).href);
  }
}

async function fill(
  field: Locator,
  what: 'username' | 'password' | 'newPassword' | 'text',
  { account, newPassword, text }: StepContext,
): Promise<void> {
  const value = {
    username: account?.username,
    password: account?.password,
    newPassword,
    text,
  }[what];
  if (value === undefined) throw new Error(`there is no ${what} to fill in here`);
  if (typeof value === 'string') await field.fill(value, { timeout: STEP_MS });
  else await typeSecret(field, value);
}

/** Whether an element shows within its time; any other error than a timeout is passed on. */
export async function appears(wait: () => Promise<void>): Promise<boolean> {
  try {
    await wait();
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return false;
    throw error;
  }
}

function describeStep(step: Step): string {
  const [action = '', value] = Object.entries(step)[0] ?? [];
  const detail =
    typeof value === 'object' && value !== null ? describeRecipe(value as never) : String(value);
  return `${action} ${detail}`;
}
