// The tables in the comments of firestore.rules, and whether they say what the access table says.
import * as appeal from '../../functions/src/schema/appeal.ts';
import * as assessment from '../../functions/src/schema/assessment.ts';
import * as backlog from '../../functions/src/schema/backlog.ts';
import * as change from '../../functions/src/schema/change.ts';
import * as consultation from '../../functions/src/schema/consultation.ts';
import * as coordination from '../../functions/src/schema/coordination.ts';
import * as delegation from '../../functions/src/schema/delegation.ts';
import * as file from '../../functions/src/schema/file.ts';
import * as finding from '../../functions/src/schema/finding.ts';
import * as limitation from '../../functions/src/schema/limitation.ts';
import * as note from '../../functions/src/schema/note.ts';
import * as notice from '../../functions/src/schema/notice.ts';
import * as outsideResult from '../../functions/src/schema/outsideResult.ts';
import * as replacement from '../../functions/src/schema/replacement.ts';
import * as sheet from '../../functions/src/schema/sheet.ts';
import * as template from '../../functions/src/schema/template.ts';
import * as subItem from '../../functions/src/schema/subItem.ts';
import * as unit from '../../functions/src/schema/unit.ts';
import * as unitFinding from '../../functions/src/schema/unitFinding.ts';
import * as unitPlan from '../../functions/src/schema/unitPlan.ts';
import * as unitRating from '../../functions/src/schema/unitRating.ts';
import * as year from '../../functions/src/schema/year.ts';
import { whos, type Access } from './access.ts';
import { operations, type Operation, type Place } from './request.ts';

export interface Row {
  line: number;
  place: string;
  who: string;
  operation: string;
  from: string;
  to: string;
  fields: readonly string[];
}

/** Fields that sign every write, which a row needn't name. */
const signature = ['state', 'rev', 'savedAt', 'actor', 'actedFor', 'actedAt', 'author'];
const schemas = {
  ...appeal,
  ...assessment,
  ...backlog,
  ...change,
  ...consultation,
  ...coordination,
  ...delegation,
  ...file,
  ...finding,
  ...limitation,
  ...note,
  ...notice,
  ...outsideResult,
  ...replacement,
  ...sheet,
  ...template,
  ...subItem,
  ...unit,
  ...unitFinding,
  ...unitPlan,
  ...unitRating,
  ...year,
};
/** Groups of fields that schemas name: objects of fields, lists of names, and whole documents. */
function groupOf(name: string): string[] | null {
  const group = (schemas as Record<string, unknown>)[name];
  if (Array.isArray(group)) return group as string[];
  if (typeof group !== 'object' || group === null) return null;
  if ('shape' in group) return Object.keys(group.shape as object);
  return name.endsWith('Fields') ? Object.keys(group) : null;
}

const header =
  /^\s*\/\/ \|\s*who\s*\|\s*operation\s*\|\s*from → to\s*\|\s*may change\s*\|\s*on condition\s*\|$/;
const cellsOf = (line: string) =>
  line
    .trim()
    .replace(/^\/\/ \|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.trim());
const listOf = (cell: string) => cell.split(/\s*,\s*/).filter((word) => word !== '');

/** Every field that the cell names, itself or by its group; `x without a b` takes some out of it. */
export function fieldsOf(cell: string): string[] {
  if (cell === '–' || cell === '') return [];
  const [named = '', without = ''] = cell.split(' without ');
  const fields = named
    .split(/[\s,]+|\band\b/)
    .filter((word) => word !== '')
    .flatMap((word) => groupOf(word) ?? [word]);
  const left = without.split(/[\s,]+|\band\b/);
  return [...new Set(fields)].filter((field) => !left.includes(field) && !signature.includes(field)).sort();
}

const nameOf = (match: string | undefined) => /match \/(\w+)\//.exec(match ?? '')?.[1] ?? '';

/** Name of the match that a comment stands before, or of the one that it stands in where a condition follows. */
function matchAt(lines: readonly string[], index: number): string {
  const isMatch = (line: string | undefined) => /^\s*match \//.test(line ?? '');
  const next = lines.slice(index).find((line) => !/^\s*\/\//.test(line) && line.trim() !== '');
  const before = lines.slice(0, index);
  const found = isMatch(next) ? next : before.findLast(isMatch);
  const name = nameOf(found);
  // Plans lie below three collections: but for those of people they are told apart by what they lie below.
  const above = nameOf(before.findLast((line) => /^ {6}match \//.test(line)));
  return name === 'plans' && above !== 'sheets' ? `${above}/${name}` : name;
}

export function rowsIn(rules: string): Row[] {
  const lines = rules.split('\n');
  return lines.flatMap((line, index) => {
    if (!header.test(line)) return [];
    const place = matchAt(lines, index);
    const rows: Row[] = [];
    for (let at = index + 1; /^\s*\/\/ \|/.test(lines[at] ?? ''); at++) {
      if (/^\s*\/\/ \|[-|\s:]+\|$/.test(lines[at] ?? '')) continue;
      const [who = '', operation = '', change_ = '', fields = ''] = cellsOf(lines[at] ?? '');
      const [from = '–', to = '–'] =
        change_ === '–' || change_ === '' ? ['–', '–'] : change_.split(/\s*→\s*/);
      for (const one of listOf(who))
        for (const by of listOf(operation))
          for (const before of listOf(from))
            for (const after of listOf(to))
              rows.push({
                line: at + 1,
                place,
                who: one,
                operation: by,
                from: before,
                to: after,
                fields: fieldsOf(fields),
              });
    }
    return rows;
  });
}

const key = ({ place, who, operation, from, to }: Omit<Row, 'line' | 'fields'>) =>
  `${place}: ${who} ${operation} ${from} → ${to}`;

export function tableRows(access: Access): Row[] {
  return (Object.entries(access) as [Place, Access[Place]][]).flatMap(([place, acts]) =>
    acts.flatMap(({ who, operation, from, to, fields, states }) =>
      (states ?? [from]).map((before) => ({
        line: 0,
        ...{ place, who, operation, from: before ?? '–', to: to ?? '–' },
        fields: [...new Set(fields)].filter((field) => !signature.includes(field)).sort(),
      })),
    ),
  );
}

/** Lies of the comments: what no row of the access table says, what it says otherwise, and what it says besides. */
export function lies(rules: string, access: Access): string[] {
  const rows = rowsIn(rules);
  const acts = tableRows(access);
  const same = (a: Row, b: Row) => key(a) === key(b) && a.fields.join() === b.fields.join();
  const wrong = rows
    .filter((row) => !acts.some((act) => same(row, act)))
    .map((row) => {
      if (!(whos as readonly string[]).includes(row.who))
        return `line ${row.line}: nobody is called ${row.who}`;
      if (!operations.includes(row.operation as Operation))
        return `line ${row.line}: ${row.operation} is no operation`;
      const near = acts.filter((act) => key(act) === key(row)).map(({ fields }) => `[${fields.join(' ')}]`);
      return near.length > 0
        ? `line ${row.line}: ${key(row)} may change [${row.fields.join(' ')}], while the table allows ${near.join(' or ')}`
        : `line ${row.line}: ${key(row)} is allowed by nobody`;
    });
  const untold = acts
    .filter((act) => !rows.some((row) => same(row, act)))
    .map((act) => `no row for ${key(act)} [${act.fields.join(' ')}]`);
  return [...new Set([...wrong, ...untold])];
}
