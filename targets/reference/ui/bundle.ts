import { build, type OutputFile } from 'esbuild';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The page's two assets, as text: minified, without source maps. */
export interface UiBundle {
  script: string;
  style: string;
}

const folder = dirname(fileURLToPath(import.meta.url));
let bundled: Promise<UiBundle> | undefined;

/** Bundles the page in memory. The work is done once per process; later calls share the result. */
export function bundleUi(): Promise<UiBundle> {
  bundled ??= build({
    // The style is an entry of its own, so that the script needs no import that TypeScript cannot resolve.
    entryPoints: [
      { in: join(folder, 'main.tsx'), out: 'app' },
      { in: join(folder, 'styles', 'index.css'), out: 'app' },
    ],
    outdir: 'assets',
    write: false,
    bundle: true,
    minify: true,
    sourcemap: false,
    format: 'esm',
    target: ['es2022', 'chrome120', 'firefox128', 'safari17'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
  }).then(({ outputFiles }) => ({
    script: textOf(outputFiles, '.js'),
    style: textOf(outputFiles, '.css'),
  }));
  return bundled;
}

function textOf(files: readonly OutputFile[], ending: string): string {
  const file = files.find(({ path }) => path.endsWith(ending));
  if (!file)
    throw new Error(
      `Bundling the page gave no ${ending} file: ${files.map(({ path }) => path).join(', ')}`,
    );
  return file.text;
}
