import { defineConfig, globalIgnores } from 'eslint/config';
import playwright from 'eslint-plugin-playwright';
import tseslint from 'typescript-eslint';

/**
 * The layer diagram as lint: each folder may import only from the ones named after it.
 * `types` marks an arrow along which only types may pass.
 */
const LAYERS = {
  checks: { allowed: [] },
  targets: { allowed: ['checks'] },
  reports: { allowed: ['checks'] },
  pages: { allowed: ['targets', 'checks'] },
  fixtures: { allowed: ['pages', 'targets', 'reports', 'checks'] },
};
const FOLDERS = [...Object.keys(LAYERS), 'tests'];

const layerRules = Object.entries(LAYERS).map(([folder, { allowed }]) => {
  const forbidden = FOLDERS.filter((other) => other !== folder && !allowed.includes(other));
  return {
    files: [`${folder}/**/*.{ts,tsx}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(\\.\\./)+(${forbidden.join('|')})/`,
              message: `${folder}/ may import only from ${allowed.join(', ') || 'nothing of ours'}: move the shared part down to the lower layer, or hand it over as an argument.`,
            },
          ],
        },
      ],
    },
  };
});

export default defineConfig(
  globalIgnores(['node_modules', 'reports/out', 'test-results']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
    },
  },
  ...layerRules,
  {
    files: ['tests/**/*.spec.ts'],
    extends: [playwright.configs['flat/recommended']],
    settings: {
      playwright: { globalAliases: { test: ['test'] } },
    },
    rules: {
      'playwright/no-conditional-in-test': 'error',
      'playwright/no-wait-for-timeout': 'error',
      'playwright/expect-expect': [
        'error',
        {
          // A doctor's examination throws what is to be mended.
          assertFunctionNames: ['assess', 'expect', 'converses', 'parkFor'],
        },
      ],
      'playwright/no-networkidle': 'error',
    },
  },
  {
    files: [
      'tests/login/**',
      'tests/conversation/**',
      'tests/logout/**',
      'tests/idle/**',
      'tests/doctor/**',
    ],
    rules: {
      'playwright/require-tags': 'error',
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@playwright/test', '**/pages/**', '**/targets/**', '**/reports/**'],
              message:
                'A story imports test and expect from fixtures/index.ts and nothing else of the runner.',
            },
          ],
        },
      ],
    },
  },
);
