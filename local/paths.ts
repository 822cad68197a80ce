// Where things lie in this checkout, and the folder that holds everything a local run leaves behind.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
export const stateDir = join(projectRoot, '.nam-ro');
export const runsDir = join(stateDir, 'runs');
export const cacheDir = join(stateDir, 'cache');
export const dataDir = join(stateDir, 'data');
/** Written by `npm start`, so that `npm run clock` finds the running suite. */
export const runFile = join(stateDir, 'run.json');
