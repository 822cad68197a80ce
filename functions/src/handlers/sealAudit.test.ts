// The nightly seal: each goes on from the one before, a night done twice or cut off anywhere gives one seal, and what it reads stays bounded.
import { describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { Killed, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { MemorySeals, newKey } from '../../../test/fixtures/memorySeals.ts';
import { begun, month, person, playActs, steps } from '../../../test/fixtures/playedActs.ts';
import { verifyExport } from '../../../scripts/auditVerify.mjs';
import { isWholeDue, loggedCollections, readingsOf } from '../domain/auditSeal.ts';
import { atTime } from '../domain/civilDate.ts';
import type { LogEntry } from '../schema/fields.ts';
import { collections } from '../schema/paths.ts';
import { collectionOf, sheetRef } from '../schema/refs.ts';
import { sealRef, type Seal } from '../schema/seal.ts';
import { sealAudit } from './sealAudit.ts';

const { secret, publicKey } = newKey();
const night = (date: string) => atTime(date, '00:00');
const sealOf = (memory: MemoryPorts, date: string): Seal => memory.read(sealRef(org, date));
const fits = (seals: MemorySeals) => verifyExport({ ...seals.exported(), keys: [publicKey] });

/** As many steps of the play as asked for, each with what follows from it. */
async function played(count: number): Promise<MemoryPorts> {
  const memory = begun();
  for (const [, play] of steps.slice(0, count)) await play(memory);
  return memory;
}

describe('a seal', () => {
  it('names where every log stands, and goes on from the night before', async () => {
    const memory = await played(3);
    const seals = new MemorySeals(memory, secret);
    await sealAudit(seals, night('2026-04-12'));
    await steps[3]?.[1](memory);
    await sealAudit(seals, night('2026-04-13'));
    const [first, second] = [sealOf(memory, '2026-04-12'), sealOf(memory, '2026-04-13')];
    expect(first).toMatchObject({ previous: '', whole: '2026-04-12' });
    expect(second).toMatchObject({ previous: first.root, whole: '2026-04-12' });
    const lines = (seals.kept.get(second.file) ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(lines[0]).toEqual({
      seal: 1,
      org,
      date: '2026-04-13',
      documents: second.documents,
      previous: first.root,
    });
    const paths = lines.slice(1, -1).map((line) => (line as [string])[0]);
    expect(paths).toEqual([...paths].sort());
    const logs = [...memory.kept].filter(
      ([, { data }]) => ((data as { log?: LogEntry[] }).log ?? []).length > 0,
    );
    expect(paths).toEqual(logs.map(([path]) => path).sort());
    expect(fits(seals).misfit).toBeNull();
  });

  it('is made once for a night, and a late repeat of an older night makes none', async () => {
    const memory = await played(2);
    const seals = new MemorySeals(memory, secret);
    await sealAudit(seals, night('2026-04-05'));
    await sealAudit(seals, night('2026-04-06'));
    const [once, files] = [memory.dump(), seals.kept.size];
    await sealAudit(seals, night('2026-04-06'));
    await sealAudit(seals, night('2026-04-05'));
    await sealAudit(seals, night('2026-04-04'));
    expect(memory.dump()).toBe(once);
    expect(seals.kept.size).toBe(files);
  });

  it('goes on over a night that was missed', async () => {
    const memory = await played(2);
    const seals = new MemorySeals(memory, secret);
    await sealAudit(seals, night('2026-04-05'));
    await sealAudit(seals, night('2026-04-09'));
    expect(sealOf(memory, '2026-04-09').previous).toBe(sealOf(memory, '2026-04-05').root);
    expect(fits(seals).misfit).toBeNull();
  });

  it('is the same wherever the night is cut off and done again', async () => {
    const quiet = await played(2);
    const whole = new MemorySeals(quiet, secret);
    await sealAudit(whole, night('2026-04-05'));
    for (const cut of ['file', 'document'] as const) {
      const memory = await played(2);
      const seals = new MemorySeals(memory, secret);
      if (cut === 'file') seals.savesToLive = 0;
      else memory.writesToLive = 0;
      await expect(sealAudit(seals, night('2026-04-05'))).rejects.toThrow(Killed);
      seals.savesToLive = null;
      memory.writesToLive = null;
      await sealAudit(seals, night('2026-04-05'));
      expect(memory.dump()).toBe(quiet.dump());
      expect(seals.kept).toEqual(whole.kept);
    }
  });

  it('replaces no file where the logs grew between being cut off and being done again', async () => {
    const memory = await played(3);
    const seals = new MemorySeals(memory, secret);
    memory.writesToLive = 0;
    await expect(sealAudit(seals, night('2026-04-21'))).rejects.toThrow(Killed);
    memory.writesToLive = null;
    await steps[3]?.[1](memory);
    await sealAudit(seals, night('2026-04-21'));
    await sealAudit(seals, night('2026-04-22'));
    expect(seals.kept.size).toBe(3);
    expect(fits(seals)).toMatchObject({ misfit: null, counts: { seals: 2 } });
  });

  it('of two that run side by side one stands', async () => {
    const memory = await played(2);
    const seals = new MemorySeals(memory, secret);
    const newestSeal = seals.logs.newestSeal;
    // Both have looked before either has written.
    seals.logs.newestSeal = async (asked) => {
      seals.logs.newestSeal = newestSeal;
      await sealAudit(seals, night('2026-04-05'));
      void asked;
      return null;
    };
    await sealAudit(seals, night('2026-04-05'));
    expect(fits(seals)).toMatchObject({ misfit: null, counts: { seals: 1 } });
  });
});

describe('the play', () => {
  it('played again gives the same chains and the same seals', async () => {
    const [once, again] = [await playActs(), await playActs()];
    const [one, two] = [new MemorySeals(once, secret), new MemorySeals(again, secret)];
    await sealAudit(one, night('2026-07-20'));
    await sealAudit(two, night('2026-07-20'));
    expect(two.kept).toEqual(one.kept);
    expect(again.dump()).toBe(once.dump());
  });
});

describe('what a night reads', () => {
  it('is every collection whose documents carry a log', () => {
    const withLog = collections.filter((name) => {
      const { shape } = collectionOf(org, name) as unknown as { shape: { def: { shape: object } } };
      return 'log' in shape.def.shape;
    });
    expect([...loggedCollections].sort()).toEqual([...withLog].sort());
  });

  it('is everything on the first night, and on the first of each month that has a night', () => {
    expect(isWholeDue('2026-04-12', null)).toBe(true);
    expect(isWholeDue('2026-04-30', '2026-04-12')).toBe(false);
    expect(isWholeDue('2026-05-01', '2026-04-12')).toBe(true);
    expect(isWholeDue('2026-05-03', '2026-04-12')).toBe(true);
    expect(readingsOf(true, []).map(({ collection }) => collection)).toEqual([...loggedCollections]);
    expect(readingsOf(true, []).every(({ filter }) => filter === null)).toBe(true);
  });

  it('leaves months out that are over, and reads the years with an open December', () => {
    const known = (key: string, isLocked: boolean) => ({ month: key, isLocked });
    const months = [known('2026-11', true), known('2026-12', false), known('2027-01', false)];
    const asked = readingsOf(false, months).flatMap(({ collection, filter }) =>
      filter ? [`${collection} ${filter[1]}`] : [],
    );
    expect(asked.filter((one) => one.endsWith('2026-11'))).toEqual([]);
    expect(asked).toContain('sheets 2026-12');
    expect(asked).toContain('appeals 2027-01');
    expect(asked.filter((one) => one.startsWith('yearAssessments'))).toEqual(['yearAssessments 2026']);
  });

  it('is one read for each document of open months, and of those that give rights', async () => {
    const memory = await played(4);
    const seals = new MemorySeals(memory, secret);
    await sealAudit(seals, night('2026-04-22'));
    const inside = (name: string) =>
      [...memory.kept.keys()].filter((path) => new RegExp(`^orgs/${org}/${name}/[^/]+$`).test(path));
    const all = loggedCollections.reduce((sum, name) => sum + inside(name).length, 0);
    expect(seals.reads).toBe(all);
    seals.reads = 0;
    await sealAudit(seals, night('2026-04-23'));
    expect(seals.reads).toBe(all - inside('findings').filter((path) => !path.includes(month)).length);
  });

  it('brings what changed in a month that is over under the seal of the next month', async () => {
    const memory = await playActs();
    const seals = new MemorySeals(memory, secret);
    await sealAudit(seals, night('2026-07-20'));
    const before = sealOf(memory, '2026-07-20').documents;
    await sealAudit(seals, night('2026-07-21'));
    expect(sealOf(memory, '2026-07-21').documents).toBeLessThan(before / 4);
    await sealAudit(seals, night('2026-08-01'));
    expect(sealOf(memory, '2026-08-01')).toMatchObject({ documents: before, whole: '2026-08-01' });
    expect(seals.kept.get(sealOf(memory, '2026-08-01').file)).toContain(sheetRef(org, person, month).path);
  });
});
