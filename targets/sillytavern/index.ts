import { profileSchema } from '../profile.ts';
import type { RunningTarget } from '../target.ts';
import { bootSillyTavern, sessionTimeout } from './boot.ts';
import { installSillyTavern } from './install.ts';
import { SILLYTAVERN_PROFILE } from './profile.ts';
import { startScriptedModel } from './scripted-model.ts';
import { seedSillyTavern } from './seed.ts';

/** Two stories wait beside each other and the others: its page is heavy, and a small machine bears no more. */
const IDLE_ACCOUNTS = 3;

/** How many accounts are made in which sessions grow old: none where it has no limit that could be waited for. */
export function idleAccountsOf(variables: NodeJS.ProcessEnv): number {
  return sessionTimeout(variables) === undefined ? 0 : IDLE_ACCOUNTS;
}

/**
 * SillyTavern on a free loopback port, with two people and a scripted model: installed into the cache when it is not
 * there yet (half a minute), then started (3 s; the first time 20 to 45 s).
 */
export async function startSillyTavern(): Promise<RunningTarget> {
  const idleSeconds = sessionTimeout(process.env);
  const installation = await installSillyTavern();
  const model = await startScriptedModel();
  try {
    const server = await bootSillyTavern(installation);
    try {
      const seeded = await seedSillyTavern(server.origin, model.url, idleAccountsOf(process.env));
      return {
        name: SILLYTAVERN_PROFILE.name,
        profile: profileSchema.parse({
          ...SILLYTAVERN_PROFILE,
          origin: server.origin,
          ...(idleSeconds === undefined ? {} : { policy: { idleSeconds } }),
        }),
        origin: server.origin,
        ...seeded,
        close: async () => {
          try {
            await server.stop();
          } finally {
            await model.close();
          }
        },
      };
    } catch (error) {
      await server.stop();
      throw error;
    }
  } catch (error) {
    await model.close();
    throw error;
  }
}
