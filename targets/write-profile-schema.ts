import { writeFileSync } from 'node:fs';
import { profileJsonSchema, SCHEMA_FILE } from './profile-json-schema.ts';

// `npm run schema`: after a change of the profile's shape, for the completion in people's editors.
writeFileSync(SCHEMA_FILE, profileJsonSchema());
