// What each kind of request costs firestore.rules: expressions out of the thousand, and documents read, as test/rules/budget.test.ts measures them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../local/paths.ts';

export interface RequestCost {
  request: string;
  expressions: number;
  documents: number;
}

/** Throws where a request costs more than it may, since the test then fails. */
export function benchRules(): RequestCost[] {
  const folder = mkdtempSync(join(tmpdir(), 'nam-ro-costs-'));
  const file = join(folder, 'costs.json');
  try {
    const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
    const asked = ['run', '--project', 'rules', 'test/rules/budget.test.ts', '--reporter=dot'];
    const ran = spawnSync(process.execPath, [vitest, ...asked], {
      cwd: projectRoot,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NAM_RO_COSTS: file },
    });
    if (ran.status !== 0) throw new Error('a request costs more than test/rules/budget.test.ts lets it');
    return JSON.parse(readFileSync(file, 'utf8')) as RequestCost[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
