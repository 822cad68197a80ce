// Findings that are not over follow a change of who judges the person: at a month's opening and every night.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { aFinding } from '../../../test/fixtures/documents.ts';
import { aFile } from '../../../test/fixtures/files.ts';
import type { MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { atTime } from '../domain/civilDate.ts';
import type { Stage } from '../domain/words.ts';
import type { Finding } from '../schema/finding.ts';
import { findingId } from '../schema/paths.ts';
import { fileRef, findingRef, refOf, sheetRef } from '../schema/refs.ts';
import { everyDay } from './everyDay.ts';
import { filesFollowSource } from './fileReaders.ts';
import { findingsFollow } from './findingsFollow.ts';

const month = '2026-04';
const person = 'nv-cv';
const [former, current] = ['nv-truong', 'nv-pho'];
let ports: MemoryPorts;

const night = (day: string) => everyDay(ports, atTime(day, '00:00'));
const id = (key: string) => findingId(person, month, key);
const judges = (key: string) => {
  const { evaluator, decider } = ports.read(findingRef(org, id(key)));
  return { evaluator, decider };
};
const by = (who: string) => ({ evaluator: who, decider: who });

function record(key: string, over: Partial<Finding>): void {
  const { unit, block, evaluator, decider } = ports.read(sheetRef(org, person, month));
  const of = { subject: person, unit, block, evaluator, decider, month, key };
  ports.put(findingRef(org, id(key)), aFinding({ ...of, ...over }));
}

function stage(of: string, now: Stage): void {
  const ref = sheetRef(org, person, of);
  ports.put(ref, { ...ports.read(ref), state: 'submitted', stage: now });
}

/** From 1 May the deputy heads the division and its head is somebody else's deputy. */
function headMoves(): void {
  const [from, to] = ['2026-05-01', '2026-04-30'];
  const change = (who: string, next: { unit: string; kind: string; title: string }) => {
    const ref = refOf(org, 'people', who);
    const one = ports.read(ref);
    const [post] = one.posts;
    if (!post) throw new Error(`${who} has no post`);
    ports.put(ref, {
      ...one,
      posts: [
        { ...post, to },
        { ...post, ...next, from, to: null },
      ],
    });
  };
  change(former, { unit: 'phong-tckh', kind: 'deputy', title: 'Phó Trưởng phòng' });
  change(current, { unit: 'phong-noi-vu', kind: 'head', title: 'Trưởng phòng' });
}

beforeEach(async () => {
  ports = seeded();
  await night('2026-04-01');
  record('k1', { state: 'suspected', unclearIn: month });
  record('k2', { state: 'confirmed', notified: true, countsIn: month });
  record('k3', { state: 'confirmed', notified: true, countsIn: month, remedyState: 'accepted' });
  record('k4', { state: 'remedied', notified: true, countsIn: month, remedyState: 'accepted' });
  record('k5', { state: 'dismissed' });
  expect(judges('k1')).toEqual(by(former));
  headMoves();
});

describe('a head who moves on the first of the month', () => {
  it('hands what is not over to who judges then, as the month opens', async () => {
    stage(month, 'decided');
    await night('2026-05-01');
    expect(ports.read(sheetRef(org, person, '2026-05'))).toMatchObject(by(current));
    expect([judges('k1'), judges('k2')]).toEqual([by(current), by(current)]);
    expect([judges('k3'), judges('k4'), judges('k5')]).toEqual([by(former), by(former), by(former)]);
  });

  // Authority is frozen onto the month: April's own judge still gives the verdict, takes remedies and decides.
  it.each(['open', 'submitted', 'evaluated'] as const)(
    'keeps them while the month before is %s, and the night after its decision hands them on',
    async (waiting) => {
      stage(month, waiting);
      await night('2026-05-01');
      expect([judges('k1'), judges('k2')]).toEqual([by(former), by(former)]);
      stage(month, 'decided');
      await night('2026-05-05');
      expect([judges('k1'), judges('k2')]).toEqual([by(current), by(current)]);
    },
  );

  it('and with them who reads their evidence', async () => {
    const file = fileRef(org, `${person}_f1`);
    const readers = [former, person].sort();
    const of = `findings/${id('k2')}`;
    ports.put(file, aFile({ of, author: person, person, ...by(former), named: readers, readers }));
    stage(month, 'decided');
    await night('2026-05-01');
    await filesFollowSource(ports.documents, org, of);
    expect(ports.read(file).readers).toEqual(expect.arrayContaining([person, current]));
    expect(ports.read(file).readers).not.toContain(former);
  });

  it('hands on what was left of a month without a rating', async () => {
    stage(month, 'unrated');
    await night('2026-05-01');
    expect(judges('k2')).toEqual(by(current));
  });
});

describe('every night', () => {
  beforeEach(async () => {
    stage(month, 'decided');
    await night('2026-05-01');
  });

  it('changes nothing a second time', async () => {
    const { writes } = ports;
    await findingsFollow(ports.documents, org, '2026-05');
    expect(ports.writes).toBe(writes);
  });

  it('leaves the unit where it was seen, and everything that was said', async () => {
    const { evaluator: _e, decider: _d, ...rest } = ports.read(findingRef(org, id('k2')));
    const { evaluator: _f, decider: _g, ...before } = aFinding();
    expect(rest).toMatchObject({ unit: 'phong-noi-vu', fact: before.fact, author: before.author, log: [] });
  });

  it('follows one that was recorded in the month before after it was handed on', async () => {
    record('k6', { state: 'suspected' });
    await night('2026-05-06');
    expect(judges('k6')).toEqual(by(current));
  });

  it('keeps those of whom the newest month has no sheet', async () => {
    ports.put(findingRef(org, `nobody_${month}_k1`), aFinding({ subject: 'nobody', evaluator: former }));
    await night('2026-05-02');
    expect(ports.read(findingRef(org, `nobody_${month}_k1`)).evaluator).toBe(former);
  });

  it('hands what a reopened month finds with its new judge back to nobody', async () => {
    stage(month, 'evaluated');
    await night('2026-05-20');
    expect(judges('k2')).toEqual(by(current));
  });

  it('reads older sheets only of what stands with somebody else', async () => {
    const read: string[] = [];
    const documents: typeof ports.documents = {
      ...ports.documents,
      getAll: (refs) => {
        read.push(...refs.map(({ path }) => path));
        return ports.documents.getAll(refs);
      },
    };
    await findingsFollow(documents, org, '2026-05');
    expect(read).toEqual([sheetRef(org, person, '2026-05').path]);
  });
});
