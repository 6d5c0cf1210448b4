import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { profileSchema } from './profile.ts';

/** What a profile's `$schema` points to. */
export const SCHEMA_FILE = fileURLToPath(new URL('profile.schema.json', import.meta.url));

/** The shape of a profile as JSON Schema, for editors. */
export function profileJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(profileSchema, { io: 'input' }), undefined, 2)}\n`;
}
