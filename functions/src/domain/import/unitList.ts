// Units out of a list: each line laid over the unit that stands, nothing judged yet.
import type { UnitRecord, UnitValue } from '../changeRows.ts';
import { blockLabels } from '../labels.ts';
import type { Profile } from '../profiles/table.ts';
import { blocks, type Block } from '../words.ts';
import { Finder, textOf, type ReadDay } from './cells.ts';
import { plain, type Cell, type Grid, type Mapping, type UnitColumn } from './columns.ts';
import type { Draft } from './draft.ts';
import { idFromName, slugOf } from './ids.ts';

export interface UnitDraft extends Draft<UnitValue, UnitColumn> {
  /** False where the block of a new unit is still to be taken from the unit above it. */
  namesBlock: boolean;
}

export interface UnitsNow {
  profile: Profile;
  units: readonly (UnitRecord & { rev: number })[];
}

const blockWords = new Map<string, Block>([
  ...blocks.map((block) => [plain(blockLabels[block]), block] as const),
  ['dang', 'party'],
  ['khoi dang', 'party'],
  ['doan the', 'party'],
  ['chinh quyen', 'government'],
]);

interface Line {
  number: number;
  id: string;
  isDerived: boolean;
  cell: (key: UnitColumn) => Cell | undefined;
  text: (key: UnitColumn) => string;
}

export function unitsFromList(
  grid: Grid,
  head: number,
  mapping: Mapping<UnitColumn>,
  { profile, units }: UnitsNow,
  readDay: ReadDay,
): UnitDraft[] {
  const finder = new Finder(units);
  const lines = linesOf(grid, head, mapping, units);
  for (const { id, text } of lines) finder.add(id, text('name'));
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const drafts = new Map<string, UnitDraft>();
  for (const line of lines) {
    const begun = drafts.get(line.id);
    if (begun) {
      const reason = `Đơn vị này đã có ở dòng ${begun.lines[0]}. Bỏ một dòng.`;
      begun.problems.push({ line: line.number, column: line.text('id') ? 'id' : 'name', reason });
      begun.lines.push(line.number);
      continue;
    }
    drafts.set(line.id, draftOf(line, known.get(line.id), { profile, finder, readDay }));
  }
  return blocksFromParents([...drafts.values()], known);
}

function linesOf(
  grid: Grid,
  head: number,
  mapping: Mapping<UnitColumn>,
  units: readonly UnitRecord[],
): Line[] {
  const finder = new Finder(units);
  const taken = new Set(units.map(({ id }) => id));
  return grid.flatMap((cells, i) => {
    const cell = (key: UnitColumn) => {
      const at = mapping[key];
      return at === undefined ? undefined : (cells[at] ?? null);
    };
    const text = (key: UnitColumn) => textOf(cell(key));
    if (i <= head || (text('id') === '' && text('name') === '')) return [];
    const found = finder.find(text('name'));
    const byName = typeof found === 'string' ? found : idFromName(text('name'), taken);
    const isDerived = text('id') === '';
    const id = isDerived ? byName : slugOf(text('id'));
    taken.add(id);
    return [{ number: i + 1, id, isDerived, cell, text }];
  });
}

interface Reading {
  profile: Profile;
  finder: Finder;
  readDay: ReadDay;
}

/** An empty cell clears nothing. */
function draftOf(
  line: Line,
  known: (UnitRecord & { rev: number }) | undefined,
  { profile, finder, readDay }: Reading,
): UnitDraft {
  const { number, id, isDerived, text } = line;
  const draft: UnitDraft = {
    id,
    base: known?.rev ?? null,
    value: known ? valueOf(known) : { ...newUnit },
    lines: [number],
    isDerived,
    notes: [],
    problems: [],
    namesBlock: known !== undefined || text('block') !== '',
  };
  const { value } = draft;
  const wrong = (column: UnitColumn, reason: string) => draft.problems.push({ line: number, column, reason });
  if (text('name')) value.name = text('name');
  const kind = wordIn(text('kind'), new Map([...profile.unitKinds].map(([k, e]) => [k, e.name])));
  if (text('kind') && kind === null) wrong('kind', `Không có loại đơn vị “${text('kind')}”.`);
  if (!known && !text('kind')) wrong('kind', 'Ghi loại đơn vị.');
  if (kind) value.kind = kind;
  const block = blockWords.get(plain(text('block')));
  if (text('block') && !block) wrong('block', `Ghi ${Object.values(blockLabels).join(' hoặc ')}.`);
  if (block) value.block = block;
  if (text('parent')) {
    const parent = finder.find(text('parent'));
    if (typeof parent === 'string') value.parent = parent;
    else if (parent === null) wrong('parent', `Không có đơn vị nào tên hoặc mã “${text('parent')}”.`);
    else wrong('parent', `Có ${parent.length} đơn vị tên “${text('parent')}”. Ghi mã: ${parent.join(', ')}.`);
  }
  if (text('role')) {
    const role = wordIn(text('role'), profile.unitRoles);
    if (role === null) wrong('role', `Không có việc chung “${text('role')}”.`);
    else value.role = role;
  }
  if (text('headcountOverride')) {
    if (/^\d{1,4}$/.test(text('headcountOverride')))
      value.headcountOverride = Number(text('headcountOverride'));
    else wrong('headcountOverride', 'Ghi một số, hoặc để trống.');
  }
  const closed = readDay(line.cell('closed') ?? null);
  if (closed === undefined) wrong('closed', 'Ghi ngày/tháng/năm, ví dụ 30/06/2026, hoặc để trống.');
  else if (closed !== null) value.closed = closed;
  return draft;
}

const valueOf = (unit: UnitRecord): UnitValue => ({
  name: unit.name,
  kind: unit.kind,
  block: unit.block,
  parent: unit.parent,
  headcountOverride: unit.headcountOverride,
  role: unit.role,
  closed: unit.closed,
  excludedFromSystem: unit.excludedFromSystem,
});
const newUnit: UnitValue = {
  name: '',
  kind: '',
  block: 'government',
  parent: null,
  headcountOverride: null,
  role: null,
  closed: null,
  excludedFromSystem: [],
};

function wordIn(text: string, names: ReadonlyMap<string, string>): string | null {
  if (text === '') return null;
  if (names.has(text)) return text;
  return [...names].find(([, name]) => plain(name) === plain(text))?.[0] ?? null;
}

/** A new unit whose line names no block stands in that of the unit above it. */
function blocksFromParents(drafts: UnitDraft[], known: ReadonlyMap<string, UnitRecord>): UnitDraft[] {
  const open = new Map(drafts.filter(({ namesBlock }) => !namesBlock).map((draft) => [draft.id, draft]));
  const blockAbove = (draft: UnitDraft, passed: Set<string>): Block | null => {
    const { parent } = draft.value;
    if (parent === null || passed.has(parent)) return null;
    passed.add(parent);
    const above = open.get(parent);
    if (above) return blockAbove(above, passed);
    return drafts.find(({ id }) => id === parent)?.value.block ?? known.get(parent)?.block ?? null;
  };
  for (const draft of open.values()) {
    const block = blockAbove(draft, new Set([draft.id]));
    if (block !== null) draft.value.block = block;
    else draft.problems.push({ line: draft.lines[0] ?? 0, column: 'block', reason: 'Ghi khối.' });
  }
  return drafts;
}
