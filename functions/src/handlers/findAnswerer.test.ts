// In the sample organisations, opened as they open: everybody's appeal has an answerer, and never the person nor who decided.
import { describe, expect, it } from 'vitest';
import { orgOf, sampleNamed, sampleNames, type SampleName } from '../../../local/sample/books.ts';
import { personDocument, unitDocument } from '../../../local/sample/documents.ts';
import { MemoryPorts } from '../../../test/fixtures/memoryPorts.ts';
import { atTime } from '../domain/civilDate.ts';
import { outside } from '../domain/vacant.ts';
import { collectionOf, organisationRef, refOf } from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import { everyDay } from './everyDay.ts';
import { findAnswerer } from './findAnswerer.ts';

const month = '2026-04';

interface Opened {
  memory: MemoryPorts;
  org: string;
  sheets: Sheet[];
}

async function opened(name: SampleName): Promise<Opened> {
  const memory = new MemoryPorts(atTime('2026-04-01', '00:00'));
  const org = orgOf(name);
  const { organisation, document } = sampleNamed(name);
  memory.put(organisationRef(org), document);
  for (const unit of organisation.units) memory.put(refOf(org, 'units', unit.id), unitDocument(unit));
  for (const one of organisation.people) memory.put(refOf(org, 'people', one.id), personDocument(one));
  await everyDay(memory, atTime('2026-04-01', '00:00'));
  const sheets = await memory.documents.find(collectionOf(org, 'sheets'), [['month', month]]);
  return { memory, org, sheets: sheets.map(({ data }) => data) };
}

async function answererOfSheet({ memory, org }: Opened, sheet: Sheet, alsoStruck: readonly string[] = []) {
  const organisation = memory.read(organisationRef(org));
  const { person, decider, deciderName, row } = sheet;
  const struck = [person, decider, ...alsoStruck];
  const sought = { month, day: '2026-05-06', row, decider, deciderName, struck };
  return findAnswerer(memory.documents, org, organisation, sought);
}

const answererIn = async (of: Opened, person: string) => {
  const sheet = of.sheets.find((one) => one.person === person);
  if (!sheet) throw new Error(`the sample has no month of ${person}`);
  return answererOfSheet(of, sheet);
};

describe.each(sampleNames)('in the %s', (name) => {
  it('everybody finds somebody, who is neither they nor who decided, nor who answered before', async () => {
    const of = await opened(name);
    expect(of.sheets.length).toBeGreaterThan(50);
    // What was decided outside is appealed outside.
    for (const sheet of of.sheets.filter(({ decider }) => decider !== outside)) {
      const first = await answererOfSheet(of, sheet);
      if (!('id' in first)) throw new Error(`${sheet.person}: ${first.reason}`);
      expect([sheet.person, sheet.decider]).not.toContain(first.id);
      const second = await answererOfSheet(of, { ...sheet, decider: first.id }, [sheet.decider]);
      if ('id' in second) expect([sheet.person, sheet.decider, first.id]).not.toContain(second.id);
      // Decided with the Thường trực: its body answers, whoever records it.
      if (sheet.row >= 1 && sheet.row <= 3) expect(first.body).not.toBeNull();
    }
  });
});

describe('in the district', () => {
  it.each([
    // S3 II.5.2, row 10: decided by the head, whom the chairman decides (row 7).
    ['qldt-cv-01', 'chu-tich-ubnd', null],
    // Row 7: decided by the chairman, whom the Bí thư decides with the Thường trực (row 1).
    ['qldt-truong', 'bi-thu', null],
    // Rows 1 and 2: decided by the Thường trực, answered by a member who isn't the Bí thư, nor the person.
    ['btc-truong', 'chu-tich-ubnd', 'Ban Thường vụ Quận ủy'],
    ['chu-tich-ubnd', 'pbt-thuong-truc', 'Ban Thường vụ Quận ủy'],
  ])('%s is answered by %s', async (person, answerer, body) => {
    const of = await opened('district');
    expect(await answererIn(of, person)).toMatchObject({ id: answerer, body });
  });
});
