import { ENVIRONMENT as environment } from './targets/this-run.ts';
import { defineConfig, type Project } from '@playwright/test';
import { ATTACKER_HOST_RULE } from './fixtures/cross-site/attacker-host.ts';
import { resolveBrowser } from './fixtures/machine/browser.ts';
import type { Options } from './fixtures/options.ts';
import { proofProjects } from './fixtures/proofs/proof-projects.ts';
import { allureOptions } from './reports/allure-options.ts';
import { OUTPUT_PATHS } from './reports/output-paths.ts';
import { ownChatbot } from './targets/own-chatbot.ts';
import { FLAWS } from './targets/reference/flaws.ts';
import { type AuditedTarget, idlePlacesFor, titleOf } from './targets/registry.ts';

// Otherwise a failed test leaves a snapshot of the page, password fields included, in the results.
process.env['PLAYWRIGHT_NO_COPY_PROMPT'] = '1';

const { launchOptions } = await resolveBrowser(process.env);

const SECRETS = ['ALICE_PASSWORD', 'BOB_PASSWORD', 'IDLE_PASSWORD', 'MODEL_API_KEY', 'PARKING_KEY'];
const MECHANISMS = ['cookie', 'token'] as const;
const IDLE_STORIES = ['tests/idle/**/*.spec.ts'];
const OTHER_STORIES = ['tests/login/**', 'tests/conversation/**', 'tests/logout/**'].map(
  (folder) => `${folder}/*.spec.ts`,
);
const STORIES = [...OTHER_STORIES, ...IDLE_STORIES];
/** How many stories may wait beside the others, in accounts that nobody else uses. */
const IDLE_PLACES = idlePlacesFor(environment);

type SessionwrightProject = Project<object, Options>;

/**
 * An audit: the doctor first, and the stories only if the chatbot can be audited at all. Of a chatbot that outlives this
 * run, a session is parked at the end for a later one, where there is a key to seal it.
 */
function audit(name: string, target: string, audited: AuditedTarget): SessionwrightProject[] {
  const parks = audited.kind === 'running' && environment.parkingKey !== undefined;
  const parking: SessionwrightProject = {
    name: `parking-${name}`,
    testMatch: 'tests/parking/*.spec.ts',
    use: { audited: IDLE_PLACES > 0 ? { kind: 'running', inIdleAccount: true } : audited },
    metadata: { kind: 'parking', target },
  };
  // Before the other stories, for it is what takes longest; beside them, because no other story can end its sessions.
  const idle: SessionwrightProject = {
    name: `idle-${name}`,
    testMatch: IDLE_STORIES,
    dependencies: [`doctor-${name}`],
    workers: IDLE_PLACES,
    use: { audited: { kind: 'running', inIdleAccount: true } },
    metadata: { kind: 'audit', target },
  };
  return [
    {
      name: `doctor-${name}`,
      testMatch: 'tests/doctor/*.spec.ts',
      // It signs in several times and finds everything out: pages that load for a minute on a busy machine are no hang.
      timeout: 360_000,
      use: { audited },
      metadata: { kind: 'doctor', target },
      ...(parks ? { teardown: parking.name } : {}),
    },
    ...(IDLE_PLACES > 0 ? [idle] : []),
    {
      name,
      testMatch: IDLE_PLACES > 0 ? OTHER_STORIES : STORIES,
      dependencies: [`doctor-${name}`],
      // Two workers of a chatbot that is there already would share its two accounts, and what ends the one's sessions
      // would end the other's. The reference chatbot is started for each worker anew.
      workers: audited.kind === 'reference' ? 2 : 1,
      use: { audited },
      metadata: { kind: 'audit', target },
    },
    ...(parks ? [parking] : []),
  ];
}

function audits(): SessionwrightProject[] {
  const { target } = environment;
  if (target.kind === 'named' && target.name === 'reference') {
    const flaw = environment.referenceFlaw;
    const mechanisms = MECHANISMS.filter(
      (mechanism) => !flaw || (FLAWS[flaw].mechanisms as readonly string[]).includes(mechanism),
    );
    return mechanisms.flatMap((mechanism) =>
      audit(`reference-${mechanism}`, `reference (${mechanism})`, {
        kind: 'reference',
        mechanism,
        ...(flaw ? { flaws: [flaw] } : {}),
      }),
    );
  }
  if (target.kind === 'named') return audit(target.name, titleOf(target.name), { kind: 'running' });
  return audit('chatbot', ownChatbot(environment).name, { kind: 'running' });
}

const proofs = proofProjects(STORIES, process.env);

export default defineConfig<object, Options>({
  testDir: '.',
  // Another run's reports come and go while this one looks for its tests, and a folder that has gone would end it.
  respectGitIgnore: true,
  outputDir: OUTPUT_PATHS.playwright,
  globalSetup: './fixtures/global-setup.ts',
  fullyParallel: false,
  // An audit waits (for limits, for pages, for what dies late) far more than it computes: cores say little here.
  workers: Math.max(4, 1 + IDLE_PLACES),
  forbidOnly: process.env['CI'] !== undefined,
  // A flaky security verdict is a wrong verdict, and a retry hides it.
  retries: 0,
  timeout: 180_000,
  reporter: [
    ['./reports/redaction-reporter.ts', { secretsFromEnv: SECRETS }],
    ['./reports/summary-reporter.ts', { secretsFromEnv: SECRETS }],
    ['./reports/findings-reporter.ts'],
    ['./reports/allure-results-reporter.ts', allureOptions()],
    ['./reports/allure-report-reporter.ts'],
  ],
  use: {
    launchOptions: { ...launchOptions, args: [ATTACKER_HOST_RULE] },
    // Traces and videos hold passwords and cookies in clear.
    trace: 'off',
    video: 'off',
    screenshot: 'off',
    actionTimeout: 20_000,
    navigationTimeout: 45_000,
  },
  projects: [
    ...audits(),
    // The longest first: one of them alone at the end would leave the other workers without work.
    ...proofs.sound,
    {
      name: 'unit',
      testMatch: 'tests/unit/**/*.spec.ts',
      default: false,
      metadata: { kind: 'unit', target: 'unit' },
    },
    ...proofs.flawed,
  ],
});
