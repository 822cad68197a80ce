// Somebody leaves in the middle of a month: account, rights and everything open, in any order, twice, and killed anywhere.
import { beforeEach, describe, expect, it } from 'vitest';
import { Killed, stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { aConsultation, aDelegation, aFinding, aMember } from '../../../test/fixtures/documents.ts';
import { sampleOrg as org, sampleOrganisation } from '../../../local/sample/organisation.ts';
import { atTime } from '../domain/civilDate.ts';
import { momentOf, type Moment } from '../domain/moment.ts';
import { vacant } from '../domain/vacant.ts';
import type { Sheet } from '../schema/sheet.ts';
import {
  assessmentRef,
  authoritiesRef,
  consultationRef,
  cycleRef,
  delegationRef,
  figuresRef,
  findingRef,
  refOf,
  sheetRef,
  unitSheetRef,
} from '../schema/refs.ts';
import { isIntact } from './audit.ts';
import { changeWritten } from './changeWritten.ts';
import { closeLeavers } from './closeLeavers.ts';
import { everyDay } from './everyDay.ts';
import { personWritten } from './personWritten.ts';
import type { Accounts } from './ports.ts';
import { sheetWritten } from './sheetWritten.ts';

const month = '2026-04';
const lastDay = '2026-04-14';
const gone = atTime('2026-04-15', '00:00');
const later = atTime('2026-04-15', '10:00');
let memory: MemoryPorts;
let closed: Map<string, boolean>;

const accounts = (): Accounts => ({
  converge: async ({ uid, disabled }) => void closed.set(uid, disabled),
  close: async (uid) => void closed.set(uid, true),
});
const withAccounts = (ports: MemoryPorts) =>
  Object.assign(Object.create(ports) as MemoryPorts, { accounts: accounts() });
const person = (id: string) => memory.read(refOf(org, 'people', id));
const sheet = (id: string) => memory.read(sheetRef(org, id, month));
const assessment = (id: string) => memory.read(assessmentRef(org, id, month));
const cycle = () => memory.read(cycleRef(org, month));
const sheetsOf = (ports: MemoryPorts) =>
  [...ports.kept].filter(([path]) => path.includes('/sheets/')).map(([, { data }]) => data as Sheet);

/** Files the person's month, so that an assessment lies before the evaluator. */
async function file(ports: MemoryPorts, id: string): Promise<void> {
  const ref = sheetRef(org, id, month);
  const at = atTime('2026-04-13', '08:00');
  ports.setNow(at);
  ports.put(ref, { ...ports.read(ref), nothing: true, state: 'submitted', rev: 1, savedAt: stampAt(at) });
  await sheetWritten(ports, org, ref.path.split('/').at(-1) ?? '');
}

function leave(ports: MemoryPorts, id: string, now: Moment = later): void {
  const ref = refOf(org, 'people', id);
  const before = ports.read(ref);
  ports.put(ref, { ...before, left: lastDay, rev: before.rev + 1 });
  ports.setNow(now);
}
const follow = (id: string, ports = memory) => personWritten(withAccounts(ports), org, id);

beforeEach(async () => {
  closed = new Map();
  memory = seeded();
  for (const [id, member] of Object.entries(sampleOrganisation().members))
    memory.put(refOf(org, 'members', id), member);
  await everyDay(memory, atTime('2026-04-01', '00:00'));
});

/** A deputy who evaluates people whom the head decides (row 10), and one of these people. */
function deputyOf(ports: MemoryPorts): { deputy: string; head: string; subject: string } {
  const found = sheetsOf(ports).find(({ row, evaluator, decider }) => row === 10 && evaluator !== decider);
  if (!found) throw new Error('the sample has no two-step person');
  return { deputy: found.evaluator, head: found.decider, subject: found.person };
}

describe('a deputy who leaves', () => {
  it('loses the account, and the head evaluates their people', async () => {
    const { deputy, head, subject } = deputyOf(memory);
    await file(memory, subject);
    const all = sheetsOf(memory).filter(({ evaluator }) => evaluator === deputy);
    expect(all.length).toBeGreaterThan(1);
    leave(memory, deputy);
    await follow(deputy);
    expect(closed.get(`${org}.${deputy}`)).toBe(true);
    for (const one of all) {
      expect(sheet(one.person)).toMatchObject({ evaluator: head, decider: head });
      expect(isIntact(sheetRef(org, one.person, month).path, sheet(one.person).log)).toBe(true);
      expect(person(one.person).judgedBy).toEqual([head]);
    }
    expect(assessment(subject)).toMatchObject({ evaluator: head, decider: head });
    expect(memory.read(authoritiesRef(org, all[0]?.unit ?? '', month)).rows[subject]?.evaluator).toBe(head);
    expect(sheet(subject).log.at(-1)).toMatchObject({ at: gone, who: 'system', what: 'authority' });
    expect(cycle().gaps).toEqual([]);
    expect(memory.dump().split(`"evaluator": "${deputy}"`)).toHaveLength(1);
  });

  it('leaves open findings of earlier months to who evaluates now, and settled ones as they were', async () => {
    const { deputy, head, subject } = deputyOf(memory);
    const old = { subject, evaluator: deputy, decider: head, month: '2026-03', author: deputy };
    const open = findingRef(org, `${subject}_2026-03_k1`);
    const settled = findingRef(org, `${subject}_2026-03_k2`);
    memory.put(open, aFinding({ ...old, key: 'k1', state: 'confirmed' }));
    memory.put(settled, aFinding({ ...old, key: 'k2', state: 'dismissed' }));
    leave(memory, deputy);
    await follow(deputy);
    expect(memory.read(open)).toMatchObject({ evaluator: head, decider: head });
    expect(memory.read(settled).evaluator).toBe(deputy);
  });

  it('stays where the month was decided, and reads its person no more', async () => {
    const { deputy, head, subject } = deputyOf(memory);
    await file(memory, subject);
    memory.put(assessmentRef(org, subject, month), { ...assessment(subject), state: 'decided' });
    leave(memory, deputy);
    await follow(deputy);
    expect(sheet(subject)).toMatchObject({ evaluator: deputy, decider: head });
    expect(person(subject).judgedBy).toEqual([head]);
  });

  it('keeps everything on the last day, and is taken out in the night after it', async () => {
    const { deputy, head, subject } = deputyOf(memory);
    leave(memory, deputy, atTime(lastDay, '23:59'));
    await follow(deputy);
    expect(closed.get(`${org}.${deputy}`)).toBe(false);
    expect(sheet(subject).evaluator).toBe(deputy);
    memory.setNow(gone);
    await closeLeavers(withAccounts(memory), gone);
    expect(closed.get(`${org}.${deputy}`)).toBe(true);
    expect(sheet(subject).evaluator).toBe(head);
  });

  it('is taken out the same whenever it is asked again, and wherever a call is killed', async () => {
    const { deputy, subject } = deputyOf(memory);
    const prepared = async () => {
      const ports = seeded();
      for (const [id, member] of Object.entries(sampleOrganisation().members))
        ports.put(refOf(org, 'members', id), member);
      ports.put(refOf(org, 'members', deputy), {
        ...{
          inspects: true,
          aggregates: [],
          offices: [],
          clerk: false,
          administrator: false,
          oversees: [],
          supervises: false,
          judges: [],
        },
        ...{ log: [], rev: 1 },
      });
      await everyDay(ports, atTime('2026-04-01', '00:00'));
      await file(ports, subject);
      leave(ports, deputy);
      ports.writes = 0;
      return ports;
    };
    const quiet = await prepared();
    await follow(deputy, quiet);
    const [once, writes] = [quiet.dump(), quiet.writes];
    await follow(deputy, quiet);
    expect(quiet.dump()).toBe(once);
    expect(writes).toBeGreaterThan(10);
    for (let cutAt = 0; cutAt < writes; cutAt++) {
      const cut = await prepared();
      cut.writesToLive = cutAt;
      await follow(deputy, cut).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
      cut.writesToLive = null;
      await follow(deputy, cut);
      expect(cut.dump()).toBe(once);
      expect([...cut.asked.keys()].sort()).toEqual([...quiet.asked.keys()].sort());
    }
  }, 60_000);
});

describe('a head whom nobody follows', () => {
  const head = 'qldt-truong';
  const subjects = () => sheetsOf(memory).filter(({ decider }) => decider === head);

  it('leaves the seat vacant, and the month names the gap until the clerk corrects it', async () => {
    const before = subjects();
    const deputy = before.find(({ evaluator }) => evaluator !== head)?.evaluator ?? '';
    const [alone] = before.filter(({ evaluator, person: id }) => evaluator === head && id !== deputy);
    const [twoStep] = before.filter(({ evaluator }) => evaluator === deputy);
    if (!alone || !twoStep) throw new Error('the sample has no unit of both kinds');
    leave(memory, head);
    await follow(head);
    expect(sheet(alone.person)).toMatchObject({
      ...{ evaluator: vacant, decider: vacant, head: null },
      ...{ evaluatorName: 'Chưa có người', deciderName: 'Chưa có người' },
    });
    // Who still has an evaluator keeps them.
    expect(sheet(twoStep.person)).toMatchObject({ evaluator: deputy, decider: vacant });
    expect(cycle().state).toBe('open');
    expect(cycle().gaps.map((gap) => gap.split(':')[0])).toEqual(before.map((one) => one.person).sort());
    expect(cycle().gaps[0]).toContain('Thiếu người');
    expect(memory.read(unitSheetRef(org, alone.unit, month)).head).toBe(vacant);
    expect(memory.read(figuresRef(org, alone.unit, month)).readers).not.toContain(head);

    const at = atTime('2026-04-16', '09:00');
    const change = 'nv-cv_k1';
    memory.put(refOf(org, 'changes', change), {
      ...{ author: 'nv-cv', kind: 'authority', source: 'screen', reason: 'Giao phụ trách đơn vị' },
      rows: [JSON.stringify({ person: alone.person, month, evaluator: deputy, decider: deputy })],
      ...{
        parts: 0,
        state: 'sent',
        rev: 1,
        savedAt: stampAt(at),
        judgedAt: null,
        problems: [],
        counts: null,
      },
    });
    memory.setNow(at);
    await changeWritten(memory, org, change);
    expect(memory.read(refOf(org, 'changes', change))).toMatchObject({ state: 'applied', problems: [] });
    expect(sheet(alone.person)).toMatchObject({ evaluator: deputy, decider: deputy });
    expect(cycle().gaps.some((gap) => gap.startsWith(`${alone.person}:`))).toBe(false);
    expect(cycle().gaps).toHaveLength(before.length - 1);
  });

  it('is named again by no replay once the clerk has corrected it', async () => {
    leave(memory, head);
    await follow(head);
    const [gap] = cycle().gaps;
    const id = gap?.split(':')[0] ?? '';
    const deputy = sheetsOf(memory).find(
      ({ decider, evaluator }) => decider === vacant && evaluator !== vacant,
    );
    const ref = sheetRef(org, id, month);
    memory.put(ref, {
      ...memory.read(ref),
      evaluator: deputy?.evaluator ?? '',
      decider: deputy?.evaluator ?? '',
    });
    await follow(head);
    expect(cycle().gaps.some((one) => one.startsWith(`${id}:`))).toBe(false);
    expect(sheet(id).decider).toBe(deputy?.evaluator);
  });
});

describe('whoever leaves', () => {
  it('loses rights of their own, with an entry that says why', async () => {
    leave(memory, 'ubkt-pho');
    await follow('ubkt-pho');
    const member = memory.read(refOf(org, 'members', 'ubkt-pho'));
    expect(member).toMatchObject({ inspects: false, rev: 2 });
    expect(member.log).toMatchObject([{ at: gone, who: 'system', what: 'leave' }]);
    const once = memory.dump();
    await follow('ubkt-pho');
    expect(memory.dump()).toBe(once);
    expect(memory.read(refOf(org, 'members', 'ubkt-chu-nhiem')).inspects).toBe(true);
  });

  it('supervises nobody any more', async () => {
    memory.put(refOf(org, 'members', 'mttq-chu-tich'), aMember({ supervises: true }));
    leave(memory, 'mttq-chu-tich');
    await follow('mttq-chu-tich');
    const member = memory.read(refOf(org, 'members', 'mttq-chu-tich'));
    expect(member).toMatchObject({ supervises: false, rev: 2 });
    expect(member.log[0]?.before).toContain('"supervises":true');
  });

  it('neither gives nor holds a delegation', async () => {
    const { deputy, head } = deputyOf(memory);
    const days = { fromDay: '2026-04-10', toDay: '2026-04-20', active: true } as const;
    const savedAt = stampAt(atTime('2026-04-09', '08:00'));
    memory.put(
      delegationRef(org, deputy, head),
      aDelegation({ ...days, giver: deputy, delegate: head, savedAt }),
    );
    memory.put(
      delegationRef(org, head, deputy),
      aDelegation({ ...days, giver: head, delegate: deputy, savedAt }),
    );
    leave(memory, deputy);
    await follow(deputy);
    expect(memory.read(delegationRef(org, deputy, head)).active).toBe(false);
    expect(memory.read(delegationRef(org, head, deputy)).active).toBe(false);
  });

  it('is waited for with no answer', async () => {
    const { deputy, subject } = deputyOf(memory);
    await file(memory, subject);
    const who = 'ubkt-pho';
    const due = momentOf(Date.parse('2026-04-29T17:00:00Z'));
    const asked = { person: subject, month, decider: deputy, due, state: 'asked' } as const;
    memory.put(consultationRef(org, subject, month, who), aConsultation({ ...asked, who }));
    memory.put(consultationRef(org, subject, month, 'btc-pho'), aConsultation({ ...asked, who: 'btc-pho' }));
    memory.put(assessmentRef(org, subject, month), { ...assessment(subject), consultsOpen: 2 });
    leave(memory, who);
    await follow(who);
    expect(memory.read(consultationRef(org, subject, month, who)).state).toBe('silent');
    expect(memory.read(consultationRef(org, subject, month, 'btc-pho')).state).toBe('asked');
    expect(assessment(subject).consultsOpen).toBe(1);
  });

  it('reads no run and no figures of a block any more', async () => {
    expect(cycle().aggregators).toContain('nv-truong');
    leave(memory, 'nv-truong');
    await follow('nv-truong');
    expect(cycle().aggregators).not.toContain('nv-truong');
    const figures = [...memory.kept].filter(([path]) => path.includes('/figures/'));
    expect(figures.length).toBeGreaterThan(10);
    expect(
      figures.filter(([, { data }]) => (data as { readers: string[] }).readers.includes('nv-truong')),
    ).toEqual([]);
  });

  it('comes back to an open account', async () => {
    leave(memory, 'tckh-cv-01');
    await follow('tckh-cv-01');
    memory.put(refOf(org, 'people', 'tckh-cv-01'), { ...person('tckh-cv-01'), left: null, rev: 3 });
    await follow('tckh-cv-01');
    expect(closed.get(`${org}.tckh-cv-01`)).toBe(false);
  });

  it('without a record any more is closed all the same', async () => {
    const { deputy, head, subject } = deputyOf(memory);
    memory.kept.delete(refOf(org, 'people', deputy).path);
    memory.setNow(later);
    await follow(deputy);
    expect(closed.get(`${org}.${deputy}`)).toBe(true);
    expect(sheet(subject).evaluator).toBe(head);
  });
});

describe('an absence entered during the month', () => {
  const maternity = [{ excuse: 'maternity' as const, from: '2026-04-02', to: '2026-09-30' }];

  it('reaches the open sheet and the proposal, and is taken back again', async () => {
    const { subject } = deputyOf(memory);
    await file(memory, subject);
    expect(assessment(subject).proposal.unrated).toBe(false);
    const known = person(subject);
    memory.put(refOf(org, 'people', subject), { ...known, absences: maternity, rev: 2 });
    await follow(subject);
    expect(sheet(subject).excuse).toBe('maternity');
    expect(assessment(subject)).toMatchObject({ excuse: 'maternity', proposal: { unrated: true } });
    memory.put(refOf(org, 'people', subject), { ...known, rev: 3 });
    await follow(subject);
    expect(assessment(subject)).toMatchObject({ excuse: null, proposal: { unrated: false } });
  });

  it('changes nothing that was decided', async () => {
    const { subject } = deputyOf(memory);
    await file(memory, subject);
    memory.put(assessmentRef(org, subject, month), { ...assessment(subject), state: 'decided' });
    memory.put(refOf(org, 'people', subject), { ...person(subject), absences: maternity, rev: 2 });
    const before = memory.dump();
    await follow(subject);
    expect(memory.dump()).toBe(before);
  });
});
