// Rebuilds the month of a unit from its sheets, assessments and findings: derived, so it can be deleted and built again to the same bytes.
import { countFacts, type FactCounts } from '../domain/facts.ts';
import { totalScore } from '../domain/rating.ts';
import { countSame, ownWords } from '../domain/sameWords.ts';
import type { UnitMonthFacts } from '../domain/unitMonth.ts';
import { isNobody, outside, vacant } from '../domain/vacant.ts';
import { levels, ratings, type Month } from '../domain/words.ts';
import type { Assessment } from '../schema/assessment.ts';
import type { Finding } from '../schema/finding.ts';
import {
  collectionOf,
  cycleRef,
  figuresRef,
  findingRef,
  unitMonthRef,
  unitRatingRef,
  unitSheetRef,
} from '../schema/refs.ts';
import type { Sheet } from '../schema/sheet.ts';
import type { UnitMonth, UnitRow } from '../schema/unit.ts';
import { convergeOrCreate } from './converge.ts';
import type { UnitRating } from '../schema/unitRating.ts';
import type { Documents, Ports } from './ports.ts';
import { ownResultOf } from './unitRated.ts';
import { refreshUnitRating } from './unitRating.ts';

export async function rebuildUnit(
  { documents }: Pick<Ports, 'documents'>,
  org: string,
  unit: string,
  month: Month,
): Promise<void> {
  // An opening was cut off before its cycle: the call that finishes it marks the unit again.
  if (!(await documents.get(cycleRef(org, month)))) return;
  await refreshUnitRating(documents, org, unit, month);
  await convergeOrCreate(documents, unitMonthRef(org, unit, month), async (current) => {
    const built = await unitMonthOf(documents, org, unit, month);
    // Everybody was moved to other units: nobody of it may go on reading the rows of before.
    if (!built)
      return {
        patch: {
          rows: {},
          readers: [],
          standing: standingOf([]),
          sameWords: {},
          counts: countsOf([], [], await factsOf(documents, org, unit, month)),
        },
      };
    return current ? { patch: built } : { create: built };
  });
}

async function unitMonthOf(
  documents: Documents,
  org: string,
  unit: string,
  month: Month,
): Promise<UnitMonth | null> {
  const inMonth = [
    ['unit', unit],
    ['month', month],
  ] as const;
  const [sheets, assessments, counted, unitSheet, rating, figures, facts] = await Promise.all([
    documents.find(collectionOf(org, 'sheets'), inMonth),
    documents.find(collectionOf(org, 'assessments'), inMonth),
    documents.find(collectionOf(org, 'findings'), [
      ['unit', unit],
      ['countsIn', month],
    ]),
    documents.get(unitSheetRef(org, unit, month)),
    documents.get(unitRatingRef(org, unit, month)),
    documents.get(figuresRef(org, unit, month)),
    factsOf(documents, org, unit, month),
  ]);
  const first = sheets[0]?.data;
  if (!first) return null;
  const judged = new Map(assessments.map(({ data }) => [data.person, data]));
  // A finding is counted in one month, and shown at the person for as long as it is carried.
  const findings = counted.map(({ data }) => data);
  const shown = [
    ...findings,
    ...(await carriedInto(
      documents,
      org,
      sheets.map(({ data }) => data),
    )),
  ];
  const of = (person: string) => shown.filter(({ subject }) => subject === person);
  const rows = Object.fromEntries(
    sheets.map(({ data }) => [data.person, rowOf(data, judged.get(data.person) ?? null, of(data.person))]),
  );
  const readers = readersOf(
    sheets.map(({ data }) => data),
    unitSheet ? [unitSheet.data.head, unitSheet.data.headEvaluator, unitSheet.data.headDecider] : [],
  );
  return {
    ...{ unit, unitName: first.unitName, block: first.block, month, readers },
    rows: Object.fromEntries(
      Object.entries(rows).map(([person, row]) => [person, readers.includes(person) ? unread(row) : row]),
    ),
    standing: standingOf(Object.values(rows)),
    sameWords: sameWordsOf(
      sheets.map(({ data }) => data),
      judged,
    ),
    counts: countsOf(Object.values(rows), findings, facts),
    unitFiled: unitSheet === null ? null : unitSheet.data.state === 'submitted',
    figuresSent: figures !== null && figures.data.rev > 0,
    own: rating && ownOf(rating.data),
  };
}

/** What is decided and not yet published, its readers don't learn: its head is one of them. */
function ownOf(rating: UnitRating): UnitMonth['own'] {
  const { decider, frozen, state, reopened } = rating;
  const facts = JSON.parse(rating.proposal.facts) as UnitMonthFacts;
  return {
    stage: decider === vacant ? 'vacant' : frozen ? 'published' : state,
    result: ownResultOf(rating),
    reopened,
    findingsOpen: facts.findings.filter((finding) => finding.state === 'confirmed').length,
  };
}

/** Facts of the unit and its people, three reads where there are none. */
async function factsOf(documents: Documents, org: string, unit: string, month: Month): Promise<FactCounts> {
  const [limitations, coordinations, backlogs] = await Promise.all([
    documents.find(collectionOf(org, 'limitations'), [['unit', unit]]),
    documents.find(collectionOf(org, 'coordinations'), [['unit', unit]]),
    documents.find(collectionOf(org, 'backlogs'), [['unit', unit]]),
  ]);
  const dataOf = <T>(found: readonly { data: T }[]) => found.map(({ data }) => data);
  return countFacts(dataOf(limitations), dataOf(coordinations), dataOf(backlogs), month);
}

async function carriedInto(documents: Documents, org: string, sheets: readonly Sheet[]): Promise<Finding[]> {
  const ids = sheets.flatMap(({ carried }) => Object.keys(carried)).sort();
  const found = await documents.getAll(ids.map((id) => findingRef(org, id)));
  return found.flatMap((stored) => (stored ? [stored.data] : []));
}

/**
 * Head, who decides in the unit, and who evaluates and decides its head (domain.md section 11). Who evaluates some of its
 * people, a deputy of a unit of two steps, reads those people and no colleague of theirs. Who files for
 * the unit stands on its sheet: its head's own month may lie in another unit, and the head of another unit in this one.
 */
function readersOf(sheets: readonly Sheet[], ofUnit: readonly string[]): string[] {
  const all = sheets.flatMap(({ head, decider }) => [head, decider]);
  const named = [...new Set([...all, ...ofUnit])].filter((pid) => pid !== null);
  return named.filter((pid) => !isNobody(pid)).sort();
}

/** Nobody reads there what was made of their own month before it is published, nor what is suspected (domain.md section 11). */
function unread(row: UnitRow): UnitRow {
  if (row.stage === 'published') return row;
  const nothing = { rating: null, level: null, score: null, evaluatedBy: null, decidedBy: null };
  return { ...row, ...nothing, codes: [], openFindings: 0 };
}

function standingOf(rows: readonly UnitRow[]): UnitMonth['standing'] {
  const rated = rows.filter(({ stage }) => stage !== 'unrated');
  const count = (wanted: UnitRow['rating']) => rated.filter(({ rating }) => rating === wanted).length;
  return { A: count('A'), B: count('B'), none: count(null) };
}

/** A draft counts nowhere, the person's nor the evaluator's. */
function sameWordsOf(
  sheets: readonly Sheet[],
  judged: ReadonlyMap<string, Assessment>,
): UnitMonth['sameWords'] {
  return countSame(
    sheets.map((sheet) => {
      const assessment = judged.get(sheet.person);
      const said = assessment && isJudged(assessment) ? [assessment.eComment] : [];
      return sheet.state === 'submitted' ? [...ownWords(sheet), ...said] : said;
    }),
  );
}

const isJudged = ({ state }: Assessment): boolean => state !== 'waiting' && state !== 'returned';

function rowOf(sheet: Sheet, assessment: Assessment | null, findings: readonly Finding[]): UnitRow {
  const judged = assessment && isJudged(assessment) ? assessment : null;
  const decided = judged?.state === 'decided' ? judged : null;
  return {
    name: sheet.personName,
    post: sheet.post,
    stage: judged?.frozen ? 'published' : sheet.stage,
    late: sheet.late,
    filed: sheet.firstFiledAt !== null,
    returned: sheet.returns > 0 && sheet.state === 'open',
    excused: assessment !== null && assessment.proposal.unrated,
    rating: decided ? decided.dRating : (judged?.eRating ?? null),
    level: decided ? decided.dLevel : (judged?.eLevel ?? null),
    score: scoreOf(judged),
    codes: [...new Set(findings.flatMap((finding) => finding.codes.split(' ')))].sort(),
    openFindings: findings.filter((finding) => finding.state === 'confirmed').length,
    evaluator: sheet.evaluator,
    decider: sheet.decider,
    evaluatedBy: judged?.evaluatedBy ?? null,
    decidedBy: decided?.decidedBy ?? null,
    tier: sheet.tier,
    sheetRev: sheet.rev,
    assessmentRev: assessment ? assessment.rev : -1,
    version: assessment ? assessment.version : 0,
  };
}

/** The decider's, and until then the evaluator's; who is decided outside is told no points. */
function scoreOf(judged: Assessment | null): number | null {
  if (!judged || judged.decider === outside) return null;
  return judged.state === 'decided'
    ? totalScore(judged.dScore1, judged.dScore21, judged.dScore22)
    : totalScore(judged.eScore1, judged.eScore21, judged.eScore22);
}

/** Statistics count findings, not codes; what is not decided has no rating yet (domain.md section 2). */
function countsOf(
  rows: readonly UnitRow[],
  findings: readonly Finding[],
  facts: FactCounts,
): UnitMonth['counts'] {
  const decided = rows.filter((row) => row.stage === 'decided' || row.stage === 'published');
  const count = (test: (row: UnitRow) => boolean) => rows.filter(test).length;
  const codes: Record<string, number> = {};
  for (const code of findings.flatMap((finding) => finding.codes.split(' ')))
    codes[code] = (codes[code] ?? 0) + 1;
  const ratingCounts = { A: 0, B: 0, C: 0, D: 0 };
  for (const rating of ratings) ratingCounts[rating] = decided.filter((row) => row.rating === rating).length;
  const levelCounts = { good: 0, fair: 0, poor: 0 };
  for (const level of levels) levelCounts[level] = decided.filter((row) => row.level === level).length;
  return {
    people: rows.length,
    filed: count((row) => row.filed),
    late: count((row) => row.late),
    evaluated: count(
      (row) => row.stage === 'evaluated' || row.stage === 'decided' || row.stage === 'published',
    ),
    decided: decided.length,
    published: count((row) => row.stage === 'published'),
    unrated: count((row) => row.stage === 'unrated'),
    ratings: ratingCounts,
    levels: levelCounts,
    findings: findings.length,
    findingsOpen: findings.filter((finding) => finding.state === 'confirmed').length,
    codes,
    ...facts,
  };
}
