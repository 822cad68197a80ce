// Issuing a template through the handler, and the months that open by it: one version holds, and old sheets keep theirs.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { aMember } from '../../../test/fixtures/documents.ts';
import { Killed, stampAt, type MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { newTemplate } from '../../../test/fixtures/templates.ts';
import { atTime } from '../domain/civilDate.ts';
import { nd335Leaders, templateOf } from '../domain/templates.ts';
import { fieldsOf } from '../domain/templatesDraft.ts';
import { cycleRef, organisationRef, refOf } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import type { TemplateDocument } from '../schema/template.ts';
import { everyDay } from './everyDay.ts';
import { templateWritten } from './templateWritten.ts';

const author = 'nv-truong';
const sentAt = atTime('2026-04-10', '09:00');
let ports: MemoryPorts;
const ref = (id: string) => refOf(org, 'templates', id);

function put(over: Partial<TemplateDocument> = {}): string {
  const draft = newTemplate({ author, criteria: {}, criterionMax: {} });
  const id = `${over.name ?? draft.name}@${over.version ?? draft.version}`;
  const signed = { state: 'sent' as const, rev: 2, savedAt: stampAt(sentAt) };
  const judged = { faults: {}, issuedAt: null, issuedBy: '', log: [] };
  ports.put(ref(id), { ...draft, ...judged, ...signed, ...over });
  return id;
}
const issue = (over: Partial<TemplateDocument> = {}) => templateWritten(ports, org, put(over));
const sheetsOf = (month: string): Sheet[] =>
  [...ports.kept]
    .filter(([path]) => path.includes('/sheets/') && path.endsWith(month))
    .map(([, { data }]) => data as Sheet);

beforeEach(() => {
  ports = seeded();
  ports.put(refOf(org, 'members', author), aMember({ administrator: true }));
});

describe('a template that is sent', () => {
  it('is issued with its moment and who issued it, once', async () => {
    await issue();
    const { name } = ports.read(refOf(org, 'people', author));
    const issued = ports.read(ref('mau-rieng@1'));
    expect(issued).toMatchObject({ state: 'issued', issuedAt: sentAt, issuedBy: name, faults: {} });
    expect(issued.log.map(({ what }) => what)).toEqual(['issue']);
    const { writes } = ports;
    await templateWritten(ports, org, 'mau-rieng@1');
    expect(ports.writes).toBe(writes);
  });

  it('is handed back as a draft with a fault at each field', async () => {
    await issue({ max1: 40, bandB: 90, effectiveFrom: '2026-04-01' });
    const back = ports.read(ref('mau-rieng@1'));
    expect(back.state).toBe('draft');
    expect(Object.keys(back.faults).sort()).toEqual(['bandB', 'effectiveFrom', 'max22']);
    expect(back.log.map(({ what }) => what)).toEqual(['refuse']);
  });

  it('is refused from who is no administrator any more', async () => {
    ports.put(refOf(org, 'members', author), aMember({ clerk: true }));
    await issue();
    expect(ports.read(ref('mau-rieng@1'))).toMatchObject({ state: 'draft' });
  });

  it('is judged after another that was sent at the same time: one of them holds', async () => {
    const other = put({ name: 'mau-khac' });
    const own = put();
    let isFirst = true;
    ports.beforeWrite = () => {
      if (!isFirst) return;
      isFirst = false;
      // The twin came between reading and writing.
      ports.put(ref(other), { ...ports.read(ref(other)), state: 'issued', issuedAt: sentAt });
      ports.put(organisationRef(org), { ...ports.read(organisationRef(org)), lastChange: other });
    };
    await templateWritten(ports, org, own);
    expect(ports.read(ref(own))).toMatchObject({
      state: 'draft',
      faults: { effectiveFrom: 'Trùng thời gian áp dụng với mau-khac@1 cho cùng nhóm người' },
    });
  });

  it('ends the same wherever the call is cut off', async () => {
    const id = put();
    ports.writesToLive = 0;
    await expect(templateWritten(ports, org, id)).rejects.toBeInstanceOf(Killed);
    ports.writesToLive = null;
    await templateWritten(ports, org, id);
    expect(ports.read(ref(id)).state).toBe('issued');
  });
});

describe('the months that open', () => {
  it('open by it from its first day, for its people, and the cycle carries it whole', async () => {
    await everyDay(ports, atTime('2026-04-01', '00:00'));
    await issue({ people: ['staff', 'contract'] });
    await everyDay(ports, atTime('2026-05-01', '00:00'));
    expect(new Set(sheetsOf('2026-04').map(({ template }) => template))).toEqual(new Set(['HN-1841@1']));
    const may = ports.read(cycleRef(org, '2026-05'));
    expect(may.templateFor).toEqual({ leaders: 'HN-1841@1', staff: 'mau-rieng@1', contract: 'mau-rieng@1' });
    expect(templateOf('mau-rieng@1', may.templates).groups.map(({ max }) => max)).toEqual([30, 20, 50]);
    for (const sheet of sheetsOf('2026-05')) {
      if (sheet.isHead || sheet.tier === 'leader') expect(sheet.template).toBe('HN-1841@1');
    }
    const templates = sheetsOf('2026-05').map(({ template }) => template);
    expect(new Set(templates)).toEqual(new Set(['HN-1841@1', 'mau-rieng@1']));
  });

  it('of leaders, deputies among them, open by the variant for leaders', async () => {
    const { people, effectiveFrom: _, ...fields } = fieldsOf(nd335Leaders, 'kpi-ld', 1);
    await issue({ ...fields, people: [...people], note: 'x' });
    await everyDay(ports, atTime('2026-05-01', '00:00'));
    const pinned = (test: (sheet: Sheet) => boolean) =>
      new Set(
        sheetsOf('2026-05')
          .filter(test)
          .map(({ template }) => template),
      );
    expect(pinned(({ isHead, tier }) => isHead || tier === 'leader')).toEqual(new Set(['kpi-ld@1']));
    expect(pinned(({ post }) => post.startsWith('Phó Trưởng phòng'))).toEqual(new Set(['kpi-ld@1']));
    expect(pinned(({ post }) => post === 'Chuyên viên')).toEqual(new Set(['HN-1841@1']));
  });
});
