// What a unit sees of its published results: name, post, rating, level, who decided; and where the setting says so, heads of each other's (domain.md section 11).
import { shownFindings } from '../domain/shownFindings.ts';
import { isNobody, vacant } from '../domain/vacant.ts';
import type { Month } from '../domain/words.ts';
import { amongHeads } from '../schema/paths.ts';
import { boardRef, collectionOf, organisationRef, unitRatingRef, unitSheetRef } from '../schema/refs.ts';
import type { Result } from '../schema/result.ts';
import type { Board } from '../schema/unit.ts';
import { convergeOrCreate } from './converge.ts';
import type { Documents } from './ports.ts';
import { ownResultOf } from './unitRated.ts';

/** Rebuilds the unit's board from its published results; returns how many versions it has shown, 0 for none. */
export async function showOnBoard(
  documents: Documents,
  org: string,
  month: Month,
  unit: string,
): Promise<number> {
  const inMonth = [
    ['unit', unit],
    ['month', month],
  ] as const;
  const [organisation, results, sheets, unitSheet, rating] = await Promise.all([
    documents.get(organisationRef(org)),
    documents.find(collectionOf(org, 'results'), inMonth),
    documents.find(collectionOf(org, 'sheets'), inMonth),
    documents.get(unitSheetRef(org, unit, month)),
    documents.get(unitRatingRef(org, unit, month)),
  ]);
  const first = results[0]?.data;
  if (!first || !organisation) return 0;
  const { settings } = organisation.data;
  const findings =
    settings.publishedFindings === 'none'
      ? []
      : await documents.find(collectionOf(org, 'findings'), [
          ['unit', unit],
          ['countsIn', month],
        ]);
  const shownOf = ({ person, unrated }: Result) =>
    unrated
      ? ''
      : shownFindings(
          findings.flatMap(({ data }) => (data.subject === person ? [data] : [])),
          month,
          settings,
        );
  const rows = Object.fromEntries(results.map(({ data }) => [data.person, boardRow(data, shownOf(data))]));
  const board: Board = {
    ...{ unit, unitName: first.unitName, month, rows, own: ownResultOf(rating?.data ?? null) },
    members: membersOf(
      sheets.map(({ data }) => data.person),
      unitSheet?.data.head ?? vacant,
    ),
  };
  await show(documents, org, board);
  const heads = sheets.flatMap(({ data }) => (data.isHead ? [data.person] : []));
  if (settings.publishedAmongHeads && heads.length > 0)
    await showAmongHeads(
      documents,
      org,
      month,
      heads.flatMap((id) => (rows[id] ? [[id, rows[id]] as const] : [])),
    );
  return results.reduce((sum, { data }) => sum + data.version, 0);
}

const show = (documents: Documents, org: string, board: Board): Promise<void> =>
  convergeOrCreate(documents, boardRef(org, board.unit, board.month), async (current) =>
    current ? { patch: board } : { create: board },
  );

/** One board of all heads, row by row as their units are published: whoever stands on it reads it. */
async function showAmongHeads(
  documents: Documents,
  org: string,
  month: Month,
  published: readonly (readonly [string, Board['rows'][string]])[],
): Promise<void> {
  if (published.length === 0) return;
  await convergeOrCreate(documents, boardRef(org, amongHeads, month), async (current) => {
    const rows = { ...current?.data.rows, ...Object.fromEntries(published) };
    const members = Object.keys(rows).sort();
    return current
      ? { patch: { rows, members } }
      : {
          create: {
            unit: amongHeads,
            unitName: 'Người đứng đầu các đơn vị',
            month,
            rows,
            members,
            own: null,
          },
        };
  });
}

/** Whoever heads the unit by a post beside the one of their own sheet is no stranger to it. */
const membersOf = (people: readonly string[], head: string) =>
  [...new Set([...people, head])].filter((id) => !isNobody(id)).sort();

/** Name, post, unit, rating and level, without the cause of an unrated month (domain.md section 11). */
function boardRow(result: Result, findings: string): Board['rows'][string] {
  return {
    name: result.personName,
    post: result.post,
    unitName: result.unitName,
    rating: result.rating,
    level: result.level,
    unrated: result.unrated,
    decider: result.decidedBy,
    publishedAt: result.publishedAt,
    version: result.version,
    findings,
  };
}
