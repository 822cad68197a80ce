// Renders the reports of one unit's month into Cloud Storage, each version once (domain.md section 10).
import type { Moment } from '../domain/moment.ts';
import type { Month } from '../domain/words.ts';
import { phieu01Input } from '../report/phieu01Input.ts';
import { phieu02Input } from '../report/phieu02Input.ts';
import type { Assessment } from '../schema/assessment.ts';
import type { OrganisationDocument } from '../schema/cycle.ts';
import { reportPath } from '../schema/paths.ts';
import {
  collectionOf,
  cycleRef,
  organisationRef,
  refOf,
  unitMonthRef,
  unitSheetRef,
} from '../schema/refs.ts';
import type { Result } from '../schema/result.ts';
import type { Sheet } from '../schema/sheet.ts';
import type { Documents, ReportPorts, TaskPayloads } from './ports.ts';
import { rebuildUnit } from './rebuildUnit.ts';

type Payload = TaskPayloads['renderReport'];

/** What the reports of a unit are made from. */
interface UnitDocuments {
  organisation: OrganisationDocument;
  sheets: Sheet[];
  results: Result[];
  head: { id: string; name: string } | null;
  /** Who evaluates and decides the head, or the unit's people where nobody heads it. */
  aboveHead: string[];
}

export async function renderReport(ports: ReportPorts, payload: Payload): Promise<void> {
  const of = await unitDocuments(ports.documents, payload.org, payload.month, payload.unit);
  if (payload.kind === 'publication') await renderSheets(ports, payload, of);
  await renderSummary(ports, payload, of);
}

async function unitDocuments(
  documents: Documents,
  org: string,
  month: Month,
  unit: string,
): Promise<UnitDocuments> {
  const inMonth = [
    ['unit', unit],
    ['month', month],
  ] as const;
  const [organisation, sheets, results, unitSheet] = await Promise.all([
    documents.get(organisationRef(org)),
    documents.find(collectionOf(org, 'sheets'), inMonth),
    documents.find(collectionOf(org, 'results'), inMonth),
    documents.get(unitSheetRef(org, unit, month)),
  ]);
  if (!organisation) throw new Error(`no organisation ${org}`);
  const head = unitSheet ? await documents.get(refOf(org, 'people', unitSheet.data.head)) : null;
  return {
    organisation: organisation.data,
    sheets: sheets.map(({ data }) => data),
    results: results.map(({ data }) => data),
    head: head && { id: head.id, name: head.data.name },
    // A unit that nobody heads is read by who decides its people.
    aboveHead: unitSheet
      ? [unitSheet.data.headEvaluator, unitSheet.data.headDecider]
      : sheets.map(({ data }) => data.decider),
  };
}

/** Phiếu 01 of everyone published in the unit; one that lies there already is not rendered again. */
async function renderSheets(
  { files, renderer }: ReportPorts,
  { org, month }: Payload,
  of: UnitDocuments,
): Promise<void> {
  for (const result of of.results) {
    const path = reportPath(org, month, 'phieu-01', result.person, result.version);
    const sheet = of.sheets.find(({ person }) => person === result.person);
    if (!sheet || (await files.exists(path))) continue;
    const input = phieu01Input({
      organisation: of.organisation,
      sheet,
      result,
      // A head's own sheet is confirmed by who decides it.
      headName: of.head === null || of.head.id === result.person ? result.decidedBy : of.head.name,
      at: result.publishedAt,
    });
    await files.save(
      path,
      await renderer.phieu01(input),
      distinct([result.person, result.evaluator, result.decider, result.head]),
    );
  }
}

/** Phiếu tổng hợp, as dự kiến after the evaluation and once more after the decision (domain.md section 7). */
async function renderSummary(ports: ReportPorts, payload: Payload, of: UnitDocuments): Promise<void> {
  const { documents, files, renderer } = ports;
  const { org, month, unit, version } = payload;
  const draft = payload.kind === 'forecast';
  const path = reportPath(org, month, draft ? 'phieu-02-du-kien' : 'phieu-02', unit, version);
  if (await files.exists(path)) return;
  await rebuildUnit({ documents }, org, unit, month);
  const unitMonth = await documents.get(unitMonthRef(org, unit, month));
  if (!unitMonth) return;
  const input = phieu02Input({
    organisation: of.organisation,
    unitMonth: unitMonth.data,
    sheets: of.sheets,
    results: of.results,
    assessments: draft ? await assessmentsOf(documents, payload) : [],
    draft,
    headName: of.head === null ? null : of.head.name,
    at: draft
      ? await forecastAt(documents, org, month)
      : latest(of.results.map((result) => result.publishedAt)),
  });
  await files.save(path, await renderer.phieu02(input), distinct([of.head && of.head.id, ...of.aboveHead]));
}

async function assessmentsOf(documents: Documents, { org, unit, month }: Payload): Promise<Assessment[]> {
  const found = await documents.find(collectionOf(org, 'assessments'), [
    ['unit', unit],
    ['month', month],
  ]);
  return found.map(({ data }) => data);
}

async function forecastAt(documents: Documents, org: string, month: Month): Promise<Moment> {
  const cycle = await documents.get(cycleRef(org, month));
  if (!cycle) throw new Error(`${org} has no cycle ${month}`);
  return cycle.data.deadlines.evaluate;
}

function latest(moments: readonly Moment[]): Moment {
  const last = [...moments].sort().at(-1);
  if (last === undefined) throw new Error('nothing of the unit is published');
  return last;
}

const distinct = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))].sort();
