import type { Machine, VersionProof } from '../../../fixtures/machine/machine.ts';

/** What a made-up machine has; everything that is not named is absent. */
export interface FakeMachineParts {
  platform?: NodeJS.Platform;
  env?: NodeJS.ProcessEnv;
  /** Executables by path, each with what its `--version` comes to. */
  executables?: Record<string, VersionProof>;
  playwrightShell?: string;
  playwrightFull?: string;
  /** The executable in the npm package, and whether it works only with the libraries it brings. */
  npmPackage?: { executable: string; needsLibraries: boolean };
}

export const chromium = { works: true, version: 'Chromium 150.0.1.2' } as const;
export const broken = { works: false, because: '--version ended with code 127' } as const;

/** A machine made of data, which records whose `--version` was asked for. */
export function fakeMachine(parts: FakeMachineParts): Machine & { asked: string[] } {
  const executables = parts.executables ?? {};
  const asked: string[] = [];
  return {
    asked,
    platform: parts.platform ?? 'linux',
    env: parts.env ?? {},
    isExecutable: (file) => Promise.resolve(file in executables),
    proveVersion(file, environment = {}) {
      asked.push(file);
      const { npmPackage } = parts;
      if (file === npmPackage?.executable) {
        const works = !npmPackage.needsLibraries || 'LD_LIBRARY_PATH' in environment;
        return Promise.resolve(works ? chromium : broken);
      }
      return Promise.resolve(executables[file] ?? broken);
    },
    playwrightBrowsers: () =>
      Promise.resolve({
        folder: '/cache/ms-playwright',
        shell: parts.playwrightShell,
        full: parts.playwrightFull,
      }),
    unpackNpmChromium: () =>
      parts.npmPackage
        ? Promise.resolve({
            executable: parts.npmPackage.executable,
            environment: { FONTCONFIG_FILE: '/cache/fonts.conf' },
            libraries: { LD_LIBRARY_PATH: '/cache/lib' },
          })
        : Promise.reject(new Error('not in node_modules')),
  };
}
