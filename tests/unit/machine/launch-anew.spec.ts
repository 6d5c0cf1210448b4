import { expect, test } from '@playwright/test';
import { launchAnew } from '../../../fixtures/machine/launch-anew.ts';

const died = new Error(
  'browserType.launch: Target page, context or browser has been closed\n<launching> chrome --many\n[pid=7] <process did exit: exitCode=null, signal=SIGTRAP>',
);

/** Launches that end in turn as told. */
function launches(...ends: (Error | string)[]): {
  launch: () => Promise<string>;
  left: () => number;
} {
  return {
    launch: () => {
      const end = ends.shift();
      return end instanceof Error ? Promise.reject(end) : Promise.resolve(String(end));
    },
    left: () => ends.length,
  };
}

test('a browser that dies at its launch is followed by another one, and its end is told', async () => {
  const told: string[] = [];
  const { launch } = launches(died, 'a browser');
  expect(await launchAnew(launch, (line) => told.push(line))).toBe('a browser');
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/died while it was launched.*signal=SIGTRAP/);
  expect(told[0]).not.toContain('--many');
});

test('a second death, or anything else that goes wrong, is an error', async () => {
  const told: string[] = [];
  const tell = (line: string): unknown => told.push(line);
  const twice = launches(died, died, 'a browser');
  await expect(launchAnew(twice.launch, tell)).rejects.toThrow('has been closed');
  expect(twice.left()).toBe(1);
  const missing = launches(new Error('Executable doesn’t exist'), 'a browser');
  await expect(launchAnew(missing.launch, tell)).rejects.toThrow('Executable');
  expect(missing.left()).toBe(1);
  expect(told).toHaveLength(1);
});
