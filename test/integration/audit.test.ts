// The audit log on the running suite: nights are sealed into the second bucket, and an export is checked by a program on its own.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { LogEntry } from '../../functions/src/schema/fields.ts';
import type { Seal } from '../../functions/src/schema/seal.ts';
import { exportAudit } from '../../local/audit/exportAudit.ts';
import { openAdmin, type Admin } from '../../local/sample/admin.ts';
import { loadSample } from '../../local/sample/load.ts';
import { sampleOrg } from '../../local/sample/organisation.ts';
import { publicKeyFile } from '../../local/sealKey.ts';
import { connectSuite } from '../../local/suite.ts';

const suite = connectSuite(inject('suite'));
let admin: Admin;
let folder: string;
let exports = 0;

beforeAll(async () => {
  await suite.resetData();
  await loadSample(suite, { runUntil: '2026-04-03T00:30' });
  admin = openAdmin(suite);
  folder = mkdtempSync(join(tmpdir(), 'nr-audit-'));
  return async () => {
    await admin.close();
    rmSync(folder, { recursive: true, force: true });
  };
}, 180_000);

async function exported(): Promise<string> {
  const out = join(folder, `export-${(exports += 1)}`);
  await exportAudit(suite, out);
  return out;
}

/** The program alone, copied away from the system, as an outsider runs it. */
function verified(out: string, ...args: string[]): { status: number | null; said: string } {
  const alone = join(folder, 'auditVerify.mjs');
  cpSync(join(import.meta.dirname, '../../scripts/auditVerify.mjs'), alone);
  const run = spawnSync(process.execPath, [alone, '--export', out, ...args], {
    encoding: 'utf8',
    cwd: folder,
  });
  return { status: run.status, said: `${run.stdout}${run.stderr}` };
}

const seals = async () =>
  (await admin.firestore.collection(`orgs/${sampleOrg}/seals`).get()).docs.map((doc) => doc.data() as Seal);
const sheets = () => admin.firestore.collection(`orgs/${sampleOrg}/sheets`);

describe('a night', () => {
  it('leaves a seal that goes on from the night before, with its list in the second bucket', async () => {
    const nights = await seals();
    expect(nights.map(({ date }) => date)).toEqual(['2026-04-01', '2026-04-02', '2026-04-03']);
    expect(nights.map(({ previous }) => previous)).toEqual(['', nights[0]?.root, nights[1]?.root]);
    const out = await exported();
    for (const { file, documents } of nights) {
      const lines = readFileSync(join(out, 'seals', file), 'utf8')
        .trimEnd()
        .split('\n');
      expect(lines).toHaveLength(documents + 2);
      expect(documents).toBeGreaterThan(100);
    }
  });

  it('is not sealed twice when the schedule comes again', async () => {
    const before = await seals();
    const response = await fetch(
      `http://127.0.0.1:${suite.ports.functions}/functions/projects/${suite.project}/triggers/${suite.region}-everyDay-0`,
      { method: 'POST', headers: { 'X-CloudScheduler-ScheduleTime': '2026-04-02T17:00:00Z' } },
    );
    expect(response.status).toBeLessThan(300);
    await suite.settle();
    expect(await seals()).toEqual(before);
  });
});

describe('an export', () => {
  it('fits, signatures and all, for a program that knows nothing of this system', async () => {
    const { status, said } = verified(await exported(), '--key', publicKeyFile);
    expect(said).toContain('Everything fits');
    expect(said).toContain('3 seals');
    expect(status).toBe(0);
  });

  it('no longer fits when an entry in Firestore was changed, and it is named', async () => {
    const [doc] = (await sheets().limit(1).get()).docs;
    if (!doc) throw new Error('no sheet was opened');
    const log = doc.data()['log'] as LogEntry[];
    await doc.ref.update({ log: log.map((entry) => ({ ...entry, who: 'somebody-else' })) });
    const { status, said } = verified(await exported());
    await doc.ref.update({ log });
    expect(said).toContain(`Does not fit: ${doc.ref.path}: entry 1`);
    expect(status).toBe(1);
    expect(verified(await exported()).status).toBe(0);
  });
});
