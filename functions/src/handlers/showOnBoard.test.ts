// What a unit is shown of its published results, by default and under the two settings of domain.md section 11.
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { aConfirmedFinding, aResult, aSheet } from '../../../test/fixtures/documents.ts';
import type { MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { amongHeads } from '../schema/paths.ts';
import { boardRef, findingRef, organisationRef, resultRef, sheetRef } from '../schema/refs.ts';
import type { OrganisationDocument } from '../schema/cycle.ts';
import { showOnBoard } from './showOnBoard.ts';

const month = '2026-04';
const unit = 'phong-qldt';
let ports: MemoryPorts;

function publish(person: string, of: string, isHead = false, unrated = false): void {
  const key = { person, unit: of, month };
  ports.put(sheetRef(org, person, month), aSheet({ ...key, isHead }));
  const rating = unrated ? null : ('B' as const);
  ports.put(
    resultRef(org, person, month),
    aResult({ ...key, unitName: `Tên ${of}`, personName: person, unrated, rating }),
  );
}
function set(settings: Partial<OrganisationDocument['settings']>): void {
  const ref = organisationRef(org);
  const before = ports.read(ref);
  ports.put(ref, { ...before, settings: { ...before.settings, ...settings } });
}
const show = (of = unit) => showOnBoard(ports.documents, org, month, of);
const shown = () =>
  Object.fromEntries(
    Object.entries(ports.read(boardRef(org, unit, month)).rows).map(([id, { findings }]) => [id, findings]),
  );
const hasHeads = () => ports.kept.has(boardRef(org, amongHeads, month).path);

beforeEach(() => {
  ports = seeded();
  publish('an', unit);
  publish('binh', unit);
  publish('chi', unit, false, true);
  publish('dau', unit, true);
  const seen = aConfirmedFinding({
    subject: 'an',
    unit,
    month,
    countsIn: month,
    codes: '2.06',
    degree: 'rare',
  });
  ports.put(findingRef(org, `an_${month}_r1`), seen);
});

describe('findings beside results', () => {
  it('are not shown by default', async () => {
    await show();
    expect(shown()).toEqual({ an: '', binh: '', chi: '', dau: '' });
  });
  it.each([
    ['codes', '2.06'],
    ['codesAndDegree', 'Có biểu hiện nhưng không thường xuyên ở nội dung 2.06'],
  ] as const)(
    'are shown as %s where the organisation confirmed it, and nothing of an unrated month',
    async (setting, said) => {
      set({ publishedFindings: setting });
      await show();
      const none = 'Không có biểu hiện';
      expect(shown()).toEqual({ an: said, binh: none, chi: '', dau: none });
    },
  );
});

describe('heads', () => {
  it('are read in their own unit alone by default', async () => {
    await show();
    expect(hasHeads()).toBe(false);
  });
  it('read each other, and no one else, where the organisation says so', async () => {
    set({ publishedAmongHeads: true });
    publish('truong', 'phong-khac', true);
    publish('vien', 'phong-khac');
    await show();
    await show('phong-khac');
    await show();
    const { members, rows, unit: of } = ports.read(boardRef(org, amongHeads, month));
    expect([of, members, Object.keys(rows).sort()]).toEqual([
      amongHeads,
      ['dau', 'truong'],
      ['dau', 'truong'],
    ]);
    expect(rows['dau']).toMatchObject({ name: 'dau', rating: 'B', findings: '' });
    // Heads stood there without a word of what they head.
    expect([rows['dau']?.unitName, rows['truong']?.unitName]).toEqual([`Tên ${unit}`, 'Tên phong-khac']);
  });
});
