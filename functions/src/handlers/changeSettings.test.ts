// Changing settings: all of them or none, each entered with before, after and reason, a replay entering nothing twice.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { aChange, aMember } from '../../../test/fixtures/documents.ts';
import { stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { atTime } from '../domain/civilDate.ts';
import type { Member } from '../schema/person.ts';
import { cycleRef, organisationRef, refOf } from '../schema/refs.ts';
import { isIntact } from './audit.ts';
import { changeWritten } from './changeWritten.ts';
import { everyDay } from './everyDay.ts';

const author = 'noi-vu-cv-01';
let ports: MemoryPorts;
let n = 0;

async function change(rows: unknown[], member: Partial<Member> = { clerk: true }) {
  n += 1;
  const id = `${author}_s${n}`;
  ports.put(refOf(org, 'members', author), aMember(member));
  const sent = aChange({
    ...{ author, kind: 'settings', reason: 'Theo hướng dẫn số 05', state: 'sent', parts: 0 },
    rows: rows.map((row) => JSON.stringify(row)),
    savedAt: stampAt(atTime('2026-04-10', `09:0${n % 10}`)),
  });
  ports.put(refOf(org, 'changes', id), { ...sent, judgedAt: null, problems: [], counts: null });
  await changeWritten(ports, org, id);
  return ports.read(refOf(org, 'changes', id));
}
const organisation = () => ports.read(organisationRef(org));

beforeEach(() => {
  ports = seeded();
});

describe('a change of settings', () => {
  it('holds at once, and says in the log what was, what is, who and why', async () => {
    const { state, counts } = await change([
      { name: 'headcount', value: 25 },
      { name: 'publishedFindings', value: 'codes' },
      { name: 'quotaWarning', value: true },
    ]);
    expect([state, counts]).toEqual(['applied', { added: 0, changed: 2, unchanged: 1 }]);
    const { settings, log } = organisation();
    expect(settings).toMatchObject({ headcount: 25, publishedFindings: 'codes', quotaWarning: true });
    expect(log).toMatchObject([
      { what: 'setting headcount', before: '20', after: '25', who: author, reason: 'Theo hướng dẫn số 05' },
      { what: 'setting publishedFindings', before: 'none', after: 'codes' },
    ]);
    expect(isIntact(organisationRef(org).path, log)).toBe(true);
  });

  it('lets the months that open from then on score by another template that ships', async () => {
    const { state } = await change([{ name: 'template', value: 'ND-335@1' }]);
    expect([state, organisation().template]).toEqual(['applied', 'ND-335@1']);
    expect(organisation().settings).not.toHaveProperty('template');
    expect(organisation().log).toMatchObject([
      { what: 'setting template', before: 'HN-1841@1', after: 'ND-335@1' },
    ]);
    await everyDay(ports, atTime('2026-05-01', '00:00'));
    expect(ports.read(cycleRef(org, '2026-05')).templateFor).toEqual({
      ...{ leaders: 'ND-335-LD@1', staff: 'ND-335@1', contract: 'ND-335@1' },
    });
    expect((await change([{ name: 'template', value: 'ND-335-LD@1' }])).state).toBe('refused');
  });

  it('is refused as a whole with each reason at its row, and changes nothing', async () => {
    const before = organisation();
    const { state, problems } = await change([
      { name: 'headcount', value: 25 },
      { name: 'evaluateDay', value: 40 },
      { name: 'khong-co', value: 1 },
      'x',
    ]);
    expect(state).toBe('refused');
    expect(problems.map(({ row, field }) => [row, field])).toEqual([
      [1, 'evaluateDay'],
      [2, null],
      [3, null],
    ]);
    expect(organisation()).toEqual(before);
  });

  it('is refused where two settings contradict each other', async () => {
    const { problems } = await change([{ name: 'poorMonthsCap', value: 5 }]);
    expect(problems).toMatchObject([{ row: 0, field: 'poorMonthsCap' }]);
  });

  it('is refused from who keeps no people any more', async () => {
    const { state } = await change([{ name: 'headcount', value: 25 }], {
      clerk: false,
      administrator: false,
    });
    expect(state).toBe('refused');
    expect(organisation().settings.headcount).toBe(20);
  });

  it('enters nothing twice, and says the same of itself when it is called again', async () => {
    const sent = await change([{ name: 'headcount', value: 25 }]);
    const once = ports.dump();
    const ref = refOf(org, 'changes', `${author}_s${n}`);
    ports.put(ref, { ...sent, state: 'sent', judgedAt: null, counts: null });
    await changeWritten(ports, org, `${author}_s${n}`);
    expect(ports.read(ref)).toMatchObject({ state: 'applied', counts: { changed: 1, unchanged: 0 } });
    expect(organisation().log).toHaveLength(1);
    expect(ports.dump().length).toBe(once.length);
  });
});
