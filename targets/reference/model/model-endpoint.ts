import { z } from 'zod';
import type { ModelEndpoint } from './scripted-model.ts';

const environmentSchema = z.object({
  MODEL_BASE_URL: z
    .url({
      protocol: /^https?$/,
      error:
        'MODEL_BASE_URL must be an http:// or https:// URL, for example http://127.0.0.1:11434/v1.',
    })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  MODEL_API_KEY: z.string().optional(),
  MODEL_NAME: z.string().default('default'),
});

/** The model that the environment names; nothing where it names none. */
export function modelFromEnvironment(environment: NodeJS.ProcessEnv): ModelEndpoint | undefined {
  const stated = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== ''),
  );
  const parsed = environmentSchema.safeParse(stated);
  if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join(' '));
  const { MODEL_BASE_URL, MODEL_API_KEY, MODEL_NAME } = parsed.data;
  if (MODEL_BASE_URL === undefined) return undefined;
  return { baseUrl: MODEL_BASE_URL, apiKey: MODEL_API_KEY, model: MODEL_NAME };
}
