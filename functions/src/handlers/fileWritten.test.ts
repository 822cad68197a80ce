// Evidence files through the handlers: judged, uploaded, checked, read by whom section 11 says, however often and in whatever order it is told.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { anAppeal } from '../../../test/fixtures/appeals.ts';
import { aConfirmedFinding, aMember } from '../../../test/fixtures/documents.ts';
import { contents, newFile, plainZip, program } from '../../../test/fixtures/files.ts';
import { MemoryEvidence } from '../../../test/fixtures/memoryEvidence.ts';
import { aConfirmedUnitFinding } from '../../../test/fixtures/unitDocuments.ts';
import { Killed, stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { evidenceTypes, maxEvidenceFiles } from '../domain/evidence.ts';
import { atTime } from '../domain/civilDate.ts';
import { millisOf, type Moment } from '../domain/moment.ts';
import { fileSchema, type FileDocument, type NewFile } from '../schema/file.ts';
import type { Finding } from '../schema/finding.ts';
import { evidencePath, fileId, unitFindingId } from '../schema/paths.ts';
import type { UnitFinding } from '../schema/unitFinding.ts';
import { delegationRef, fileRef, findingRef, refOf } from '../schema/refs.ts';
import { isIntact } from './audit.ts';
import { filesFollowDelegation, filesFollowRights, filesFollowSource } from './fileReaders.ts';
import { filesEveryDay } from './filesEveryDay.ts';
import { fileWritten } from './fileWritten.ts';

const person = 'nv-cv';
const [evaluator, decider] = ['nv-pho', 'nv-truong'];
const finding = `${person}_2026-04_k1`;
const appealed = `${person}_2026-04_v1`;
const head = 'qldt-truong';
const seenAt = unitFindingId('phong-qldt', '2026-04', 'k1');
const announcedAt = atTime('2026-04-21', '09:00');
const sentAt = atTime('2026-04-21', '09:01');
let memory: MemoryPorts;
let ports: MemoryEvidence;

const found = (over: Partial<Finding> = {}) =>
  aConfirmedFinding({ subject: person, author: evaluator, actor: evaluator, evaluator, decider, ...over });
const tell = (over: Partial<Finding> = {}) => memory.put(findingRef(org, finding), found(over));
const atUnit = (over: Partial<UnitFinding> = {}) =>
  memory.put(
    refOf(org, 'unitFindings', seenAt),
    aConfirmedUnitFinding({
      ...{ unit: 'phong-qldt', head, evaluator: 'chu-tich-ubnd', decider: 'chu-tich-ubnd' },
      ...{ author: 'ubkt-pho', actor: 'chu-tich-ubnd', ...over },
    }),
  );

beforeEach(() => {
  memory = seeded();
  ports = new MemoryEvidence(memory);
  tell();
  memory.put(refOf(org, 'appeals', appealed), anAppeal({ person, answerer: 'bi-thu', decider }));
});

/** As the author's client announces it; the function has come. */
async function announce(over: Partial<NewFile> = {}, at: Moment = announcedAt): Promise<string> {
  const file = newFile({
    ...{ of: `findings/${finding}`, author: person, size: contents[over.type ?? 'pdf'].length },
    ...over,
  });
  const id = fileId(file.author, file.key);
  memory.put(fileRef(org, id), fileSchema.parse({ ...file, savedAt: stampAt(at) }));
  await fileWritten(ports, org, id);
  return id;
}

const objectOf = ({ author, key, type }: FileDocument) => evidencePath(org, author, key, type);
function upload(id: string, content?: Uint8Array): void {
  const file = memory.read(fileRef(org, id));
  ports.upload(objectOf(file), content ?? contents[file.type], millisOf(sentAt));
}
function say(id: string): void {
  const file = memory.read(fileRef(org, id));
  memory.put(fileRef(org, id), { ...file, state: 'sent', sentAt: stampAt(sentAt), rev: 2 });
}
async function send(id: string, content?: Uint8Array): Promise<FileDocument> {
  upload(id, content);
  say(id);
  await fileWritten(ports, org, id);
  return memory.read(fileRef(org, id));
}
const read = (id: string) => memory.read(fileRef(org, id));
const readersOf = (id: string) => ports.kept.get(objectOf(read(id)))?.readers;

describe('announcing', () => {
  it('is expected where the person was told of the finding, under a clean name and whose it is', async () => {
    const id = await announce({ name: 'C:\\tai lieu\\Bie\u0302n ba\u0309n\u202E.pdf' });
    expect(read(id)).toMatchObject({
      ...{ state: 'expected', name: 'Biên bản.pdf', month: '2026-04', announcedAt, person },
      authorName: memory.read(refOf(org, 'people', person)).name,
      ...{ evaluator, decider, readers: [], reason: '' },
    });
  });

  it.each([
    ['a finding that is not there', { of: `findings/${person}_2026-04_k9` }],
    ['an appeal that is not there', { of: `appeals/${person}_2026-04_v2` }],
    ['somebody else’s appeal', { of: `appeals/${appealed}`, author: decider }],
    ['a finding that is nothing to its author', { author: 'tckh-cv-01' }],
  ])('is refused in words on %s', async (_, over) => {
    const file = read(await announce(over));
    expect(file.state).toBe('refused');
    expect(file.reason).toMatch(/^Không có biểu hiện hoặc kiến nghị này/);
  });

  it('says no more of a suspicion that the person was not told of than of nothing', async () => {
    tell({ state: 'suspected', notified: false });
    expect(read(await announce()).reason).toMatch(/^Không có biểu hiện hoặc kiến nghị này/);
    expect(read(await announce({ author: evaluator })).state).toBe('expected');
  });

  it('is expected and kept on what its author named at themselves, read by them and not what another attaches', async () => {
    const own = { source: 'self', author: person, state: 'suspected', notified: false } as const;
    tell({ ...own, remedyState: 'reported', remedy: 'Đã trả lời' });
    const [mine, theirs] = [await announce(), await announce({ author: evaluator })];
    expect((await send(mine)).readers).toEqual([person, evaluator, decider].sort());
    expect((await send(theirs)).readers).toEqual([evaluator, decider].sort());
    expect(readersOf(mine)).toContain(person);
    await filesFollowRights(memory.documents, org);
    await filesFollowSource(memory.documents, org, `findings/${finding}`);
    expect([read(mine).readers.includes(person), read(theirs).readers.includes(person)]).toEqual([
      true,
      false,
    ]);
    // Settled with its remedy in one act.
    tell({ ...own, state: 'remedied', notified: true, remedyState: 'accepted' });
    await filesFollowSource(memory.documents, org, `findings/${finding}`);
    expect(read(theirs).readers).toContain(person);
    expect(read(await announce({ key: 'f2' })).reason).toMatch(/^Biểu hiện này đã kết thúc/);
  });

  it('is expected of the head who was told of a finding of their unit, as whose it is', async () => {
    atUnit();
    const file = read(await announce({ of: `unitFindings/${seenAt}`, author: head }));
    expect(file).toMatchObject({
      ...{ state: 'expected', month: '2026-04', person: head, unit: 'phong-qldt', block: 'government' },
      ...{ evaluator: '', decider: '', named: ['chu-tich-ubnd', head, 'ubkt-pho'].sort(), readers: [] },
    });
  });

  it('is refused on a finding of a unit to a head who was not told, and to who has no part in it', async () => {
    atUnit({ state: 'suspected', notified: false });
    const of = `unitFindings/${seenAt}`;
    for (const author of [head, person])
      expect(read(await announce({ of, author })).reason).toMatch(/^Không có biểu hiện hoặc kiến nghị này/);
    expect(read(await announce({ of, author: 'ubkt-pho' })).state).toBe('expected');
  });

  it('takes five and no sixth, counted in the order of announcing whichever is handled first', async () => {
    const keys = Array.from({ length: maxEvidenceFiles + 1 }, (_, i) => `f${i + 1}`);
    const at = (i: number) => atTime('2026-04-21', `09:0${i}`);
    for (const [i, key] of keys.entries())
      memory.put(
        fileRef(org, fileId(person, key)),
        fileSchema.parse(
          newFile({ of: `findings/${finding}`, author: person, key, savedAt: stampAt(at(i)) }),
        ),
      );
    for (const key of keys.toReversed()) await fileWritten(ports, org, fileId(person, key));
    const states = keys.map((key) => read(fileId(person, key)).state);
    expect(states).toEqual([...keys.slice(1).map(() => 'expected'), 'refused']);
    expect(read(fileId(person, 'f6')).reason).toMatch(/nhiều nhất 5 tệp/);
  });

  it('counts none that was refused, nor those on something else', async () => {
    for (let i = 1; i <= 4; i++) await announce({ key: `f${i}` }, atTime('2026-04-21', `08:0${i}`));
    await announce({ key: 'g1', of: `findings/${person}_2026-04_k9` }, atTime('2026-04-21', '08:10'));
    await announce({ key: 'g2', of: `appeals/${appealed}` }, atTime('2026-04-21', '08:11'));
    expect(read(await announce({ key: 'f5' })).state).toBe('expected');
    expect(read(await announce({ key: 'f6' }, sentAt)).state).toBe('refused');
  });
});

describe('what was uploaded', () => {
  it.each(evidenceTypes)('is kept as %s, and read by whom the finding names', async (type) => {
    const id = await announce({ type });
    const file = await send(id);
    expect(file).toMatchObject({ state: 'kept', readers: [person, evaluator, decider].sort() });
    expect(readersOf(id)).toEqual(file.readers);
    expect(file.log.map(({ what }) => what)).toEqual(['attach', 'keep']);
    expect(file.log[1]?.after).toMatch(/^sha256 [0-9a-f]{64}$/);
    expect(isIntact(fileRef(org, id).path, file.log)).toBe(true);
  });

  it.each([
    ['a program that is called PDF', program, /Nội dung tệp không phải PDF như tên tệp \(nhận ra: EXE\)/],
    ['an archive that is called PDF', plainZip, /nhận ra: ZIP/],
    ['a text that is called PDF', new TextEncoder().encode('Biên bản'), /không phải PDF như tên tệp\./],
    ['another type that is taken', contents.docx, /nhận ra: DOCX/],
  ])('is deleted and refused in words: %s', async (_, content, words) => {
    const file = await send(await announce({ size: content.length }), content);
    expect(file).toMatchObject({ state: 'refused', readers: [] });
    expect(file.reason).toMatch(words);
    expect(ports.kept.size).toBe(0);
    expect(file.log.map(({ what }) => what)).toEqual(['attach', 'refuse']);
  });

  it('is refused where it is not there, or not of the size that was announced', async () => {
    const absent = await announce();
    say(absent);
    await fileWritten(ports, org, absent);
    expect(read(absent)).toMatchObject({ state: 'refused' });
    expect(read(absent).reason).toMatch(/^Không thấy tệp/);
    const cut = await send(await announce({ key: 'f2', size: 2000 }));
    expect(cut.reason).toMatch(/không trọn vẹn/);
    expect(ports.kept.size).toBe(0);
  });

  it('is refused where the finding has ended meanwhile', async () => {
    const id = await announce();
    tell({ state: 'dismissed' });
    expect(await send(id)).toMatchObject({ state: 'refused', readers: [] });
    expect(ports.kept.size).toBe(0);
  });

  it('is read by nobody before the function has looked at it', async () => {
    const id = await announce();
    upload(id);
    expect(readersOf(id)).toBeNull();
    expect(read(id).readers).toEqual([]);
  });

  it('comes out the same when every event comes twice, and when it is cut off anywhere', async () => {
    const whole = async () => {
      const kept = await announce();
      await send(kept);
      await send(await announce({ key: 'f2', size: program.length }), program);
      return memory.dump() + ports.dump();
    };
    const once = await whole();
    await fileWritten(ports, org, fileId(person, 'f1'));
    await fileWritten(ports, org, fileId(person, 'f2'));
    expect(memory.dump() + ports.dump()).toBe(once);
    for (let lives = 0; lives < 3; lives++)
      for (const of of ['writes', 'changes'] as const) {
        memory = seeded();
        ports = new MemoryEvidence(memory);
        tell();
        memory.put(refOf(org, 'appeals', appealed), anAppeal({ person, answerer: 'bi-thu', decider }));
        const again = async (work: () => Promise<unknown>) => {
          if (of === 'writes') memory.writesToLive = lives;
          else ports.changesToLive = lives;
          await work().catch((error: unknown) => {
            if (!(error instanceof Killed)) throw error;
          });
          [memory.writesToLive, ports.changesToLive] = [null, null];
          await work();
        };
        for (const [key, content] of [
          ['f1', contents.pdf],
          ['f2', program],
        ] as const) {
          const id = fileId(person, key);
          const file = newFile({ of: `findings/${finding}`, author: person, key, size: content.length });
          memory.put(fileRef(org, id), fileSchema.parse({ ...file, savedAt: stampAt(announcedAt) }));
          await again(() => fileWritten(ports, org, id));
          upload(id, content);
          say(id);
          await again(() => fileWritten(ports, org, id));
        }
        expect(memory.dump() + ports.dump()).toBe(once);
      }
  });
});

describe('who reads it follows', () => {
  const asOf = (id: string) => {
    expect(readersOf(id)).toEqual(read(id).readers);
    return read(id).readers;
  };
  /** What the trigger does: the document's readers changed. */
  const settled = async (id: string) => {
    await fileWritten(ports, org, id);
    return asOf(id);
  };

  it('the finding: told to the person, who reads what was attached before', async () => {
    tell({ state: 'suspected', notified: false });
    const id = await announce({ author: evaluator });
    await send(id);
    expect(asOf(id)).toEqual([evaluator, decider].sort());
    tell();
    await filesFollowSource(memory.documents, org, `findings/${finding}`);
    expect(await settled(id)).toEqual([person, evaluator, decider].sort());
  });

  it('the finding: another evaluator', async () => {
    tell({ author: decider });
    const id = await announce();
    await send(id);
    tell({ author: decider, evaluator: 'qldt-truong' });
    await filesFollowSource(memory.documents, org, `findings/${finding}`);
    expect(await settled(id)).toEqual([person, 'qldt-truong', decider].sort());
  });

  it('the finding of a unit: told to its head, headed and decided by others, and right to inspect', async () => {
    const of = `unitFindings/${seenAt}`;
    const follow = () => filesFollowSource(memory.documents, org, of);
    atUnit({ state: 'suspected', notified: false });
    const id = await announce({ of, author: 'ubkt-pho' });
    await send(id);
    expect(asOf(id)).toEqual(['chu-tich-ubnd', 'ubkt-pho']);
    atUnit();
    await follow();
    expect(await settled(id)).toEqual(['chu-tich-ubnd', head, 'ubkt-pho'].sort());
    atUnit({ head: 'qldt-pho-1', decider: 'pct-ubnd' });
    await follow();
    expect(await settled(id)).toEqual(['chu-tich-ubnd', 'pct-ubnd', 'qldt-pho-1', 'ubkt-pho']);
    for (const inspects of ['qldt-pho-1', 'ubkt-cn'])
      memory.put(refOf(org, 'members', inspects), aMember({ inspects: true, judges: ['qldt-pho-1'] }));
    memory.put(refOf(org, 'members', 'nv-truong'), aMember({ judges: ['qldt-pho-1'] }));
    await filesFollowRights(memory.documents, org);
    expect(await settled(id)).toEqual(['chu-tich-ubnd', 'pct-ubnd', 'qldt-pho-1', 'ubkt-cn', 'ubkt-pho']);
    atUnit({ head: 'qldt-pho-1', decider: 'pct-ubnd', notified: false, state: 'suspected' });
    await follow();
    expect(await settled(id)).toEqual(['chu-tich-ubnd', 'pct-ubnd', 'ubkt-cn', 'ubkt-pho']);
  });

  it('the appeal: answered by somebody else, and past its date', async () => {
    const id = await announce({ of: `appeals/${appealed}` });
    await send(id);
    expect(asOf(id)).toEqual(['bi-thu', person, decider].sort());
    const above = { answerer: 'qldt-truong', above: 'bi-thu', overdue: true };
    memory.put(refOf(org, 'appeals', appealed), anAppeal({ person, decider, ...above }));
    await filesFollowSource(memory.documents, org, `appeals/${appealed}`);
    expect(await settled(id)).toEqual(['bi-thu', person, decider, 'qldt-truong'].sort());
  });

  it('rights and delegations, given and taken', async () => {
    const id = await announce();
    await send(id);
    const before = asOf(id);
    memory.put(refOf(org, 'members', 'ubkt-pho'), aMember({ inspects: true }));
    await filesFollowRights(memory.documents, org);
    expect(await settled(id)).toEqual([...before, 'ubkt-pho'].sort());
    memory.put(refOf(org, 'members', 'ubkt-pho'), aMember());
    await filesFollowRights(memory.documents, org);
    expect(await settled(id)).toEqual(before);
    const give = (active: boolean) => {
      const days = { fromDay: '2026-04-20', toDay: '2026-04-30', acts: 'both', unit: null } as const;
      memory.put(delegationRef(org, evaluator, 'nv-cv-2'), {
        ...{ giver: evaluator, delegate: 'nv-cv-2', ...days, reason: 'Đi công tác', revoked: false },
        ...{ giverName: '', delegateName: '', refusal: '', over: !active, log: [], rev: 1 },
        ...{ active, savedAt: stampAt(announcedAt) },
      });
      return filesFollowDelegation(memory.documents, org, evaluator);
    };
    await give(true);
    expect(await settled(id)).toEqual([...before, 'nv-cv-2'].sort());
    await give(false);
    expect(await settled(id)).toEqual(before);
  });

  it('the finding: another evaluator, named while the function was marking the file as kept', async () => {
    const id = await announce();
    upload(id);
    say(id);
    memory.beforeWrite = () => {
      memory.beforeWrite = () => undefined;
      // Its own event finds nothing that is kept yet.
      tell({ evaluator: 'nv-cv-02' });
    };
    await fileWritten(ports, org, id);
    const file = memory.read(fileRef(org, id));
    expect(file.readers).toContain('nv-cv-02');
    expect((await ports.evidence.look(objectOf(file)))?.readers).toEqual(file.readers);
  });

  it('to the newest document where two calls run at once', async () => {
    const id = await announce();
    await send(id);
    memory.put(fileRef(org, id), { ...read(id), readers: [person] });
    let isFirst = true;
    ports.beforeLetRead = () => {
      if (!isFirst) return;
      isFirst = false;
      memory.put(fileRef(org, id), { ...read(id), readers: [decider] });
    };
    await fileWritten(ports, org, id);
    expect(asOf(id)).toEqual([decider]);
  });

  it('nothing that was refused', async () => {
    const id = await announce({ size: program.length });
    await send(id, program);
    await filesFollowSource(memory.documents, org, `findings/${finding}`);
    await filesFollowRights(memory.documents, org);
    expect(read(id).readers).toEqual([]);
  });
});

describe('the night', () => {
  const next = atTime('2026-04-22', '00:00');
  const after = atTime('2026-04-23', '00:00');

  it('ends what was announced and never uploaded, a day after, and makes its place free', async () => {
    const id = await announce();
    await filesEveryDay(ports, next);
    expect(read(id).state).toBe('expected');
    await filesEveryDay(ports, after);
    expect(read(id)).toMatchObject({ state: 'refused', readers: [] });
    expect(read(id).reason).toMatch(/^Không tải tệp lên/);
    const { writes } = memory;
    await filesEveryDay(ports, after);
    expect(memory.writes).toBe(writes);
  });

  it('takes away what was uploaded and never said to be', async () => {
    const id = await announce();
    upload(id);
    await filesEveryDay(ports, after);
    expect(read(id).state).toBe('refused');
    expect(ports.kept.size).toBe(0);
  });

  it('makes up for events that were lost', async () => {
    const lost = fileId(person, 'f1');
    memory.put(
      fileRef(org, lost),
      fileSchema.parse(
        newFile({
          of: `findings/${finding}`,
          author: person,
          size: contents.pdf.length,
          savedAt: stampAt(announcedAt),
        }),
      ),
    );
    await filesEveryDay(ports, next);
    expect(read(lost)).toMatchObject({ state: 'expected', announcedAt });
    upload(lost);
    say(lost);
    await filesEveryDay(ports, next);
    expect(read(lost).state).toBe('kept');
    expect(readersOf(lost)).toEqual(read(lost).readers);
  });

  it('deletes objects that no document asked for, a day after, and nothing that is kept or on its way', async () => {
    const kept = await announce();
    await send(kept);
    const coming = await announce({ key: 'f2' }, atTime('2026-04-22', '20:00'));
    upload(coming);
    const stray = evidencePath(org, 'tckh-cv-01', 'x1', 'pdf');
    ports.upload(stray, contents.pdf, millisOf(sentAt));
    await filesEveryDay(ports, next);
    expect(ports.kept.has(stray)).toBe(true);
    await filesEveryDay(ports, after);
    expect([...ports.kept.keys()].sort()).toEqual([objectOf(read(kept)), objectOf(read(coming))].sort());
  });
});
