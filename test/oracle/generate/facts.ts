// What documents may say that others wrote: the values among which a mutation lets them stand otherwise.
import { assessmentStates } from '../../../functions/src/schema/assessment.ts';
import { changeStates } from '../../../functions/src/schema/change.ts';
import { consultationStates } from '../../../functions/src/schema/consultation.ts';
import { delegatedActs } from '../../../functions/src/schema/delegation.ts';
import {
  blocks,
  excuses,
  findingStates,
  remedyStates,
  stages,
  verdicts,
} from '../../../functions/src/domain/words.ts';
import {
  backlogStates,
  competences,
  coordinationStates,
  limitationStates,
} from '../../../functions/src/domain/facts.ts';
import { appealStates } from '../../../functions/src/domain/appeal.ts';
import { evidenceStates } from '../../../functions/src/domain/evidence.ts';
import { replacementStates } from '../../../functions/src/domain/replacement.ts';
import { subItemStates } from '../../../functions/src/schema/subItem.ts';
import { unitRatingStates } from '../../../functions/src/schema/unitRating.ts';
import { unitPlanStates } from '../../../functions/src/schema/unitPlan.ts';
import { templateStates } from '../../../functions/src/schema/template.ts';
import { yearStates } from '../../../functions/src/schema/year.ts';
import { cast, theUnit } from '../../fixtures/documents.ts';
import type { Place } from '../request.ts';
import { players } from './scene.ts';

type Facts = Record<string, readonly unknown[]>;

const units = [theUnit, 'ubnd'];
const people = [...Object.values(players)];
const named = [[], ...people.map((one) => [one])];
const proposal = { score: 93, rating: 'A', level: 'fair', unrated: false, warnings: [], trace: [] };

const facts: Partial<Record<Place, Facts>> = {
  sheets: {
    ...{ state: ['open', 'submitted'], stage: stages, block: blocks, unit: units },
    ...{ evaluator: people, decider: people, consulted: named, proposers: named, head: [...people, null] },
    ...{ onRequest: named, asked: named },
    ...{ tasks: [{}], nextTasks: [{}], nothing: [true, false] },
  },
  assessments: {
    ...{ state: assessmentStates, held: [true, false], frozen: [true, false], filed: [true, false] },
    ...{ consultsOpen: [0, 1, 2], excuse: [null, ...excuses], unit: units },
    suspected: [
      [],
      ['lan_2026-04_r1'],
      ['lan_2026-04_r1', 'lan_2026-04_k1'],
      ['lan_2026-04_r1', 'lan_2026-04_r2'],
    ],
    proposal: [proposal, { ...proposal, unrated: true }],
    bands: [
      { A: 90, B: 70, C: 50 },
      { A: 85, B: 60, C: 40 },
    ],
    verdicts: [{}, { 'lan_2026-04_r1': 'open' }, ...verdicts.map((one) => ({ 'lan_2026-04_k1': one }))],
    ...{
      eRating: ['A', 'B', 'C', 'D', null],
      eLevel: ['good', 'fair', 'poor', null],
      dReason: ['', 'Theo đề nghị của tập thể'],
    },
  },
  consultations: { state: consultationStates, kind: ['consult', 'propose', 'request'], decider: people },
  findings: {
    ...{
      state: findingStates,
      remedyState: remedyStates,
      notified: [true, false],
      degree: ['unclear', 'rare', 'regular'],
      block: blocks,
      unit: units,
    },
    settleReason: ['', 'Không có căn cứ', 'Xem lại hồ sơ'],
    ...{ carriedTo: [null, '2026-05'], firstDue: [null, '2026-04-10'], due: [null, '2026-04-20'] },
    harm: ['', 'Chậm tiến độ chung của quận'],
  },
  results: { block: blocks, unit: units, evaluator: people, decider: people, answerers: named },
  versions: { block: blocks, unit: units },
  unitSheets: {
    state: ['open', 'submitted'],
    block: blocks,
    head: people,
    headEvaluator: people,
    headDecider: people,
  },
  unitPlans: {
    ...{ state: unitPlanStates, block: blocks, head: people, headEvaluator: people, headDecider: people },
    ...{ filedAt: [null], keptRev: [0, 1, 2, 3], year: ['2025', '2027'] },
  },
  unitMonths: { readers: named, unit: units },
  boards: { members: named, unit: units },
  figures: { readers: named, block: blocks, unit: units },
  runs: { readers: named },
  authorities: { block: blocks, unit: units },
  changes: { state: changeStates, author: [cast.clerk, cast.administrator], kind: ['people', 'members'] },
  delegations: {
    active: [true, false, false],
    unit: [null, ...units],
    acts: delegatedActs,
    delegate: people,
  },
  appeals: {
    ...{ state: appealStates, answerer: people, above: people, overdue: [true, false] },
    ...{ decider: people, actor: [null, ...people], struck: named, body: [null, 'Ban Thường vụ'] },
    filedAt: [null],
  },
  limitations: {
    ...{ state: limitationStates, block: blocks, holder: people, evaluator: people, decider: people },
    ...{ progressMonth: [null, '2026-03', '2026-05'] },
  },
  coordinations: {
    ...{ state: coordinationStates, block: blocks, otherBlock: blocks, head: people, otherHead: people },
    ...{ authority: people, headDecider: people, otherDecider: people },
  },
  backlogs: {
    ...{ state: backlogStates, block: blocks, holder: people, evaluator: people, decider: people },
    ...{ competence: competences, answer: ['', 'Đồng ý'], about: ['person', 'unit'], hard: [true, false] },
    due: ['2026-06-30', '2026-08-31'],
  },
  files: { state: evidenceStates, author: people, readers: named },
  replacements: {
    ...{ state: replacementStates, decider: people, told: [true, false], toBlock: [null, ...blocks] },
    ...{ managed: [true, false, null], category: ['contract', 'civil-servant'] },
  },
  unitRatings: {
    ...{ state: unitRatingStates, held: [true, false], frozen: [true, false], followed: [true, false] },
    ...{ head: people, evaluator: people, decider: people, block: blocks, unit: units },
    dReason: ['', 'Số liệu được sửa lại'],
  },
  unitFindings: {
    ...{ state: findingStates, remedyState: remedyStates, notified: [true, false], block: blocks },
    ...{ head: people, evaluator: people, decider: people, author: people, unit: units },
    ...{ firstDue: [null, '2026-04-10'], due: [null, '2026-04-28'] },
    settleReason: ['', 'Không có căn cứ', 'Xem lại hồ sơ'],
  },
  subItems: { state: subItemStates, unit: units },
  templates: { state: templateStates, author: [cast.administrator, cast.clerk] },
  cycles: { state: ['open', 'published', 'locked', 'blocked'], newest: [true, false] },
  personYears: { readers: named, block: blocks },
  unitYears: { readers: named, block: blocks, unit: units },
  yearAssessments: {
    ...{ state: yearStates, held: [true, false], unit: units, decider: people },
    ...{ dRating: ['A', 'B', 'C', 'D', null], dReason: ['', 'Tháng 11 được sửa lại'] },
    decidedAt: [null, '2026-12-09T03:00:00.000Z'],
  },
  outsideResults: { block: blocks, person: people },
  notices: { person: people, read: [true, false] },
  notes: { about: ['person', 'unit'], as: ['aggregator', 'overseer'] },
  units: { block: blocks },
  members: {
    ...{ inspects: [true, false], clerk: [true, false], administrator: [true, false] },
    supervises: [true, false],
    ...{
      aggregates: [[], ['party'], ['government'], [...blocks]],
      offices: [[], ['party'], ['government'], [...blocks]],
    },
    oversees: [[], [theUnit], ['ubnd'], ['ubnd', theUnit]],
    judges: [[], [cast.person], [cast.head], [cast.head, cast.person]],
  },
};
export const factsOf = (place: Place): Facts => facts[place] ?? {};

/** Words that are right somewhere. */
export const words: readonly unknown[] = [
  ...[
    ...assessmentStates,
    ...findingStates,
    ...remedyStates,
    ...changeStates,
    ...consultationStates,
    ...delegatedActs,
  ],
  ...[
    ...blocks,
    ...stages,
    'A',
    'good',
    'members',
    'person',
    'unit',
    'overseer',
    'self',
    '2026-04-15',
    '2026-04',
    '1.07',
  ],
];
