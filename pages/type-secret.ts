import type { Locator } from '@playwright/test';
import type { Secret } from '../checks/secret.ts';

/**
 * Types a secret into a field.
 *
 * The runner quotes what was typed in the log of a failed action; the error is therefore told anew without it.
 */
export async function typeSecret(field: Locator, secret: Secret): Promise<void> {
  try {
    await field.fill(secret.reveal());
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new Error(
      `A secret could not be typed: ${message.replaceAll(secret.reveal(), secret.fingerprint)}`,
    );
  }
}
