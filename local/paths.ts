// Where things lie in this checkout, and the folder that holds everything a local run leaves behind.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
export const stateDir = join(projectRoot, '.nam-ro');
export const runsDir = join(stateDir, 'runs');
export const cacheDir = join(stateDir, 'cache');
/** Another folder for what `npm start` keeps, so that the bench measures a first start beside one that runs. */
const keptDir = process.env['NAM_RO_KEPT'] ?? stateDir;
export const dataDir = join(keptDir, 'data');
/** Each sample keeps its own. */
export const dataDirOf = (sample: string): string =>
  sample === 'district' ? dataDir : join(keptDir, `data-${sample}`);
/** Written by `npm start`, so that `npm run clock` finds the running suite. */
export const runFile = join(keptDir, 'run.json');
