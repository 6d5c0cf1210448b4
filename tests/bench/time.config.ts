import path from 'node:path';
import { defineConfig } from '@playwright/test';
import type { Options } from '../../fixtures/options.ts';
import config from '../../playwright.config.ts';
import { ABSOLUTE_SECONDS, AUDIT, IDLE_SECONDS } from './time-limits.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

/** The audit's own stories of one embedded chatbot, as it runs them, but with the limits that the measurement is of. */
export default defineConfig<object, Options>({
  ...config,
  testDir: ROOT,
  outputDir: path.join(ROOT, 'reports', 'out', 'bench'),
  globalSetup: path.join(ROOT, 'fixtures', 'global-setup.ts'),
  reporter: 'list',
  projects: (config.projects ?? [])
    .filter(({ name }) => name === AUDIT)
    .map((project) => ({
      ...project,
      dependencies: [],
      use: {
        ...project.use,
        audited: {
          kind: 'reference',
          mechanism: 'cookie',
          limits: {
            shortIdle: { idleSeconds: IDLE_SECONDS },
            shortAbsolute: {
              idleSeconds: IDLE_SECONDS,
              absoluteSeconds: ABSOLUTE_SECONDS,
              rememberSeconds: ABSOLUTE_SECONDS,
              rememberIdleSeconds: IDLE_SECONDS,
            },
          },
        },
      },
    })),
});
