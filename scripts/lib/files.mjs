// Lists files; Node 20 has no stable glob.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a folder and of those within it, sorted; a file lists itself, and what is absent nothing. */
export function listFiles(path, without = []) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !without.some((one) => name === one || name.startsWith(`${one}.`)))
    .sort()
    .flatMap((name) => listFiles(join(path, name), without));
}
