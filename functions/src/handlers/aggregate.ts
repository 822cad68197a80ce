// The run of the 28th: sums the units' months up to their blocks and names what is outstanding (S3 6.4; reads units, not people).
import type { Moment } from '../domain/moment.ts';
import { levels, ratings, type Block, type Month } from '../domain/words.ts';
import type { BlockTotals, Cycle, Run, RunPart } from '../schema/cycle.ts';
import { collectionOf, cycleRef, runRef, unitMonthRef } from '../schema/refs.ts';
import type { Figures, UnitMonth } from '../schema/unit.ts';
import { convergeOrCreate } from './converge.ts';
import type { Documents, Ports } from './ports.ts';
import { rebuildUnit } from './rebuildUnit.ts';

export type RunKind = 'interim' | 'final';

/** Writes the interim or the final part of the month's run as of `at`; a second run changes nothing. */
export async function aggregate(
  ports: Pick<Ports, 'documents'>,
  org: string,
  month: Month,
  kind: RunKind,
  at: Moment,
): Promise<void> {
  const { documents } = ports;
  const cycle = await documents.get(cycleRef(org, month));
  if (!cycle || cycle.data.state === 'blocked') return;
  const [units, figures] = await Promise.all([
    unitMonths(documents, org, month, cycle.data),
    documents.find(collectionOf(org, 'figures'), [['month', month]]),
  ]);
  const part = runPart(
    units,
    figures.map(({ data }) => data),
    at,
  );
  await convergeOrCreate(documents, runRef(org, month), async (current) => {
    if (current) return { patch: current.data[kind] === null ? { [kind]: part } : null };
    const readers = cycle.data.aggregators;
    const run: Run = { month, readers, interim: null, final: null, reopened: {}, [kind]: part };
    return { create: run };
  });
}

/** The units' months; one whose rebuild was lost is built now, so that none is left out of the sum. */
async function unitMonths(
  documents: Documents,
  org: string,
  month: Month,
  cycle: Cycle,
): Promise<UnitMonth[]> {
  const found = await documents.find(collectionOf(org, 'unitMonths'), [['month', month]]);
  const built = new Set(found.map(({ data }) => data.unit));
  const missing = cycle.units.filter((unit) => !built.has(unit));
  for (const unit of missing) await rebuildUnit({ documents }, org, unit, month);
  const late = await documents.getAll(missing.map((unit) => unitMonthRef(org, unit, month)));
  return [...found, ...late].flatMap((stored) => (stored ? [stored.data] : []));
}

/** Pure: totals per block and the outstanding of each unit. */
export function runPart(units: readonly UnitMonth[], figures: readonly Figures[], at: Moment): RunPart {
  const sent = new Set(figures.filter((f) => f.rev > 0).map((f) => f.unit));
  const totals = { party: emptyTotals(), government: emptyTotals() } satisfies Record<Block, BlockTotals>;
  const outstanding: Record<string, string[]> = {};
  for (const unit of [...units].sort((a, b) => (a.unit < b.unit ? -1 : 1))) {
    add(totals[unit.block], unit);
    const open = outstandingOf(unit, sent.has(unit.unit));
    if (open.length > 0) outstanding[unit.unit] = open;
  }
  return { at, totals, outstanding };
}

function outstandingOf(unit: UnitMonth, figuresSent: boolean): string[] {
  const rows = Object.values(unit.rows);
  const unfiled = rows
    .filter((row) => !row.filed && !row.excused && row.stage !== 'unrated')
    .map((row) => `Chưa nộp: ${row.name}`);
  const returned = rows.filter((row) => row.returned).map((row) => `Đã trả lại, chưa nộp lại: ${row.name}`);
  const waiting = rows
    .filter((row) => row.filed && row.tier === 'staff' && row.stage === 'submitted')
    .map((row) => `Chưa đánh giá: ${row.name}`);
  return [
    ...unfiled.sort(),
    ...returned.sort(),
    ...waiting.sort(),
    ...(unit.unitFiled === false ? ['Chưa có kế hoạch, báo cáo của đơn vị'] : []),
    ...(figuresSent ? [] : ['Chưa có số liệu của Văn phòng']),
  ];
}

function emptyTotals(): BlockTotals {
  return {
    units: 0,
    people: 0,
    filed: 0,
    late: 0,
    evaluated: 0,
    decided: 0,
    unrated: 0,
    ratings: { A: 0, B: 0, C: 0, D: 0 },
    levels: { good: 0, fair: 0, poor: 0 },
    findings: 0,
    findingsOpen: 0,
    codes: {},
    limitations: 0,
    coordinations: 0,
    backlogOwn: 0,
    backlogBeyond: 0,
    hardTasks: 0,
  };
}

function add(total: BlockTotals, { counts }: UnitMonth): void {
  total.units += 1;
  for (const key of [
    'people',
    'filed',
    'late',
    'evaluated',
    'decided',
    'unrated',
    'findings',
    'findingsOpen',
    'limitations',
    'coordinations',
    'backlogOwn',
    'backlogBeyond',
    'hardTasks',
  ] as const) {
    total[key] += counts[key];
  }
  for (const rating of ratings) total.ratings[rating] += counts.ratings[rating];
  for (const level of levels) total.levels[level] += counts.levels[level];
  for (const [code, n] of Object.entries(counts.codes)) total.codes[code] = (total.codes[code] ?? 0) + n;
}
