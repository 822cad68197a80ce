// What the frequent requests cost: expressions out of the thousand that Google evaluates, and documents read besides.
import { serverTimestamp } from 'firebase/firestore/lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CollectionName } from '../../functions/src/schema/paths.ts';
import { emptyDraft } from '../../functions/src/schema/sheet.ts';
import {
  aConsultation,
  aDecision,
  anAssessment,
  anEvaluatedAssessment,
  anEvaluation,
  aFinding,
  aNewFinding,
  anOpenedSheet,
  aResult,
  aSheet,
  aSubmittedSheet,
  cast,
  someFigures,
  theMonth,
  theOrg,
  theUnit,
} from '../fixtures/documents.ts';
import {
  attempt,
  firestoreAt,
  given,
  list,
  rulesSource,
  useWorld,
  type Attempt,
  type Fields,
} from './world.ts';

const project = 'budget';
useWorld(project);
const emulator = () =>
  `http://${firestoreAt().host}:${firestoreAt().port}/emulator/v1/projects/demo-rules-${project}`;
const id = `${cast.person}_${theMonth}`;

async function load(content: string): Promise<void> {
  const body = JSON.stringify({ rules: { files: [{ name: 'firestore.rules', content }] } });
  const answer = await fetch(`${emulator()}:securityRules`, { method: 'PUT', body });
  if (!answer.ok) throw new Error(await answer.text());
}

/** The rules with `n` idle expressions in front of the first condition that `method` on `on` meets. */
function padded(on: CollectionName, method: string, n: number): string {
  const start = rulesSource.indexOf(`match /${on}/{id} {`);
  const rest = rulesSource.slice(start);
  const covering = ['get', 'list'].includes(method) ? `allow (${method}|read): if ` : `allow ${method}: if `;
  const idle = `[${Array.from({ length: n }, () => '1').join(',')}] is list && `;
  return rulesSource.slice(0, start) + rest.replace(new RegExp(covering), (found) => found + idle);
}

/** How many idle expressions fit beside one condition that is a mere `true`: measured with the emulator, which allows 1,000. */
const besideTrue = 994;

async function expressionsOf({ on, method, ask }: Request): Promise<number> {
  let fits = 0;
  let tooMany = besideTrue + 1;
  while (tooMany - fits > 1) {
    const n = Math.floor((fits + tooMany) / 2);
    await load(padded(on, method, n));
    await ask().then(
      () => (fits = n),
      () => (tooMany = n),
    );
  }
  return besideTrue - fits;
}

interface Node {
  sourcePosition: { line: number; column: number };
  values?: { value: object }[];
  children?: Node[];
}

/** Places of the rules that read another document, as far as the request came to them: a get() has a first pass, where nothing is read and all is undefined. */
async function lookUpsOf({ ask }: Request): Promise<number> {
  await load(rulesSource);
  await ask();
  const coverage = (await (await fetch(`${emulator()}:ruleCoverage`)).json()) as { report: Node[] };
  const lines = rulesSource.split('\n');
  const met = new Set<number>();
  const visit = ({ sourcePosition: { line, column }, values = [], children = [] }: Node): void => {
    const isGet = lines[line - 1]?.startsWith('get(at(', column - 1) ?? false;
    if (isGet && values.some(({ value }) => !('undefined' in value))) met.add(line);
    children.forEach(visit);
  };
  coverage.report.forEach(visit);
  return met.size;
}

interface Request {
  what: string;
  on: CollectionName;
  method: 'get' | 'list' | 'update' | 'create';
  /** Leaves room for what later rules will ask, above all delegations. */
  atMost: number;
  lookUps: number;
  ask: () => Promise<unknown>;
}

const make = (what: string, atMost: number, lookUps: number, one: Attempt): Request => ({
  what,
  on: one.on,
  method: one.by === 'delete' ? 'update' : one.by,
  atMost,
  lookUps,
  ask: () => attempt(one),
});

const on = (
  collection: CollectionName,
  as: Attempt['as'],
  by: Attempt['by'],
  stands: object | null,
  write: Fields = {},
  of = id,
): Attempt => ({ as, on: collection, id: of, given: stands && { ...stands }, by, write, without: [] });
const draft = Object.fromEntries(
  Object.keys(emptyDraft()).map((field) => [field, (aSheet() as Fields)[field]]),
);
const saved = { rev: 1, savedAt: serverTimestamp() };
const acted = (by: 'evaluator' | 'decider', rev: number) => ({
  rev,
  actor: cast[by],
  actedAt: serverTimestamp(),
});
const finding = `${id}_k1`;
const figures = { ...someFigures({ rev: 0 }) };

const requests: Request[] = [
  make('open my sheet', 40, 0, on('sheets', 'person', 'get', aSheet())),
  make(
    'save every field of it',
    500,
    0,
    on('sheets', 'person', 'update', anOpenedSheet(), { ...draft, ...saved }),
  ),
  make(
    'submit it with every field',
    530,
    0,
    on('sheets', 'person', 'update', anOpenedSheet(), { ...draft, ...saved, state: 'submitted' }),
  ),
  make('open the sheet of somebody I evaluate', 40, 0, on('sheets', 'evaluator', 'get', aSubmittedSheet())),
  make('open a sheet as an inspector', 140, 1, on('sheets', 'inspector', 'get', aSubmittedSheet())),
  {
    what: 'list my queue',
    on: 'assessments',
    method: 'list',
    atMost: 40,
    lookUps: 0,
    ask: () =>
      list('evaluator', 'assessments', [
        ['evaluator', '==', cast.evaluator],
        ['month', '==', theMonth],
      ]),
  },
  make(
    'evaluate',
    430,
    0,
    on('assessments', 'evaluator', 'update', anAssessment(), {
      ...anEvaluation(),
      ...acted('evaluator', 1),
      state: 'evaluated',
    }),
  ),
  make(
    'decide',
    400,
    0,
    on('assessments', 'decider', 'update', anEvaluatedAssessment(), {
      ...aDecision(),
      ...acted('decider', 2),
      state: 'decided',
    }),
  ),
  make(
    'evaluate and decide in one act',
    620,
    0,
    on('assessments', 'decider', 'update', anAssessment({ evaluator: cast.decider }), {
      ...anEvaluation(),
      ...aDecision(),
      ...acted('decider', 1),
      state: 'decided',
    }),
  ),
  make('open my result', 40, 0, on('results', 'person', 'get', aResult())),
  make(
    'answer what I am asked',
    120,
    0,
    on(
      'consultations',
      'consulted',
      'update',
      aConsultation(),
      { note: 'x', state: 'answered', ...saved },
      `${id}_${cast.consulted}`,
    ),
  ),
  make(
    'record a finding',
    430,
    1,
    on('findings', 'evaluator', 'create', null, { ...aNewFinding(), savedAt: serverTimestamp() }, finding),
  ),
  make(
    'confirm a finding',
    180,
    0,
    on(
      'findings',
      'evaluator',
      'update',
      aFinding(),
      { state: 'confirmed', rev: 2, actor: cast.evaluator, savedAt: serverTimestamp() },
      finding,
    ),
  ),
  make(
    'hand in figures',
    200,
    1,
    on('figures', 'office', 'update', figures, { ...figuresOf(), ...saved }, `${theUnit}_${theMonth}`),
  ),
];

function figuresOf(): Fields {
  const {
    unit: _unit,
    month: _month,
    block: _block,
    readers: _readers,
    sentAt: _sentAt,
    overdue: _overdue,
    ...rest
  } = someFigures();
  return rest;
}

const measured: { request: string; expressions: number; 'look-ups': number }[] = [];

describe('the frequent requests', () => {
  beforeAll(() =>
    given({
      [`orgs/${theOrg}/sheets/${id}`]: aSheet(),
      [`orgs/${theOrg}/assessments/${id}`]: anAssessment(),
    }),
  );
  afterAll(() => console.table(measured));

  test.each(requests)('$what: at most $atMost expressions, $lookUps documents', async (request) => {
    const lookUps = await lookUpsOf(request);
    const expressions = await expressionsOf(request);
    measured.push({ request: request.what, expressions, 'look-ups': lookUps });
    expect(expressions).toBeGreaterThan(5);
    expect(expressions).toBeLessThanOrEqual(request.atMost);
    expect(lookUps).toBe(request.lookUps);
  });
});
