// Measures what a browser loads: JavaScript, gzipped, until sign-in works and until a sheet is open, from a production build.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Manifest } from 'vite';

export interface WebSizes {
  /** Bytes of gzipped JavaScript. */
  signIn: number;
  sheet: number;
  /** Everything that could ever be loaded. */
  all: number;
  css: number;
}

const entry = 'index.html';
const frame = 'src/Frame.tsx';
const sheetPage = 'src/pages/myMonth/MyMonth.tsx';

/** The chunk and all that it imports statically. */
function staticOf(manifest: Manifest, name: string, seen: Set<string> = new Set()): Set<string> {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`the build has no chunk ${name}`);
  if (seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const imported of chunk.imports ?? []) staticOf(manifest, imported, seen);
  return seen;
}

/** Builds into a folder of its own, so that nobody's dist changes. */
export async function measureWeb(): Promise<WebSizes> {
  const out = mkdtempSync(join(tmpdir(), 'nam-ro-web-'));
  try {
    const root = new URL('../../web/', import.meta.url).pathname;
    await build({
      root,
      configFile: join(root, 'vite.config.ts'),
      mode: 'production',
      logLevel: 'error',
      build: { outDir: out, emptyOutDir: true },
    });
    const manifest = JSON.parse(readFileSync(join(out, '.vite', 'manifest.json'), 'utf8')) as Manifest;
    const size = (files: Iterable<string>) =>
      [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(out, file))).length, 0);
    const signIn = staticOf(manifest, entry);
    const chunks = new Set(Object.values(manifest).map(({ file }) => file));
    const styles = new Set(Object.values(manifest).flatMap(({ css }) => css ?? []));
    return {
      signIn: size(signIn),
      sheet: size(staticOf(manifest, sheetPage, staticOf(manifest, frame, new Set(signIn)))),
      all: size([...chunks].filter((file) => file.endsWith('.js'))),
      css: size(styles),
    };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** What architecture.md promises, in bytes. */
export const webBudgets = { signIn: 60 * 1024, sheet: 110 * 1024 } as const;
