import { readFileSync } from 'node:fs';
import { ConfigurationError } from '../checks/configuration-error.ts';
import { type Profile, profileSchema } from './profile.ts';
import { schemaProblems } from './schema-problems.ts';

/** @throws ConfigurationError with every problem of the file at once, by its path in the data */
export function readProfile(path: string): Profile {
  const read = profileIn(path);
  if ('profile' in read) return read.profile;
  throw new ConfigurationError(`The profile ${path} does not describe a chatbot:`, read.problems);
}

/** Every problem of the file, by its path in the data; none when it describes a chatbot. */
export function profileProblems(path: string): string[] {
  const read = profileIn(path);
  return 'problems' in read ? read.problems : [];
}

function profileIn(path: string): { profile: Profile } | { problems: string[] } {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problems: [`it cannot be read as JSON: ${reason}`] };
  }
  const parsed = profileSchema.safeParse(data);
  if (parsed.success) return { profile: parsed.data };
  return { problems: schemaProblems(parsed.error.issues, profileSchema) };
}
