import type { Page } from '@playwright/test';
import { InconclusiveError } from '../checks/inconclusive-error.ts';
import type { Step } from '../targets/profile.ts';
import type { RunningTarget } from '../targets/target.ts';
import { type StepContext, takeSteps } from './take-steps.ts';

/** Takes steps that a profile gives in place of discovery; where they fail nothing can be said of the product. */
export async function takeStepsOf(
  page: Page,
  { origin }: RunningTarget,
  what: string,
  steps: readonly Step[],
  context: Omit<StepContext, 'origin'>,
): Promise<void> {
  try {
    await takeSteps(page, what, steps, { origin, ...context });
  } catch (error) {
    throw new InconclusiveError(error instanceof Error ? error.message : String(error));
  }
}
