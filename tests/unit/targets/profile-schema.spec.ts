import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { profileJsonSchema, SCHEMA_FILE } from '../../../targets/profile-json-schema.ts';

test('the schema that editors read is that of the profile; `npm run schema` renews it', () => {
  expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(profileJsonSchema());
});
