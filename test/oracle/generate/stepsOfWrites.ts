// One step away from an attempt to write: fields, signature, state, id, and the tables of values.
import type { Case } from '../../fixtures/cases.ts';
import { cast, stampOf } from '../../fixtures/documents.ts';
import { isStamp } from '../request.ts';
import { factsOf } from './facts.ts';
import type { Draft } from './draft.ts';
import { players } from './scene.ts';
import { step, writing, type StepAway } from './stepAway.ts';

const people = [
  'person',
  'evaluator',
  'decider',
  'head',
  'author',
  'actor',
  'actedFor',
  'giver',
  'delegate',
  'who',
  'subject',
];
export function otherWrites({ operation, place, prior, write, asker }: Draft, whole: boolean): StepAway[] {
  if (operation !== 'create' && operation !== 'update') return [];
  const rev = Number(prior?.['rev'] ?? 0);
  const states = factsOf(place)['state'] ?? [];
  return [
    ...[rev, rev + 2, String(rev + 1)].map((value) => writing(`rev ${value}`, { rev: value })),
    ...Object.keys(write)
      .filter((field) => isStamp(write[field]))
      .flatMap((field) => [stampOf(5), null].map((value) => writing(`forged ${field}`, { [field]: value }))),
    ...[...states, ...(states.length > 0 ? ['x'] : [])].map((state) =>
      writing(`to ${String(state)}`, { state }),
    ),
    ...people
      .filter((field) => field in write)
      .flatMap((field) =>
        [asker.person, players.colleague, cast.person, null].map((one) =>
          writing(`${field} ${String(one)}`, { [field]: one }),
        ),
      ),
    ...Object.keys(write).map((field) =>
      step(`without ${field}`, (draft) => ({
        ...draft,
        write: Object.fromEntries(Object.entries(draft.write).filter(([name]) => name !== field)),
      })),
    ),
    writing('a field that no schema knows', { extra: 1 }),
    ...[...new Set([...(whole ? Object.keys(prior ?? {}) : []), 'person', 'unit', 'log', 'held'])]
      .filter((field) => !(field in write))
      .map((field) =>
        writing(`${field} too`, {
          [field]: typeof prior?.[field] === 'number' ? Number(prior[field]) + 1 : 'x',
        }),
      ),
  ];
}

/** The id says the same as the fields, which say what no schema takes. */
const agreeing = (field: string, value: string): StepAway =>
  step(`id and ${field} ${value}`, (draft) => {
    const stood = draft.write[field];
    return typeof stood === 'string'
      ? { ...draft, id: draft.id.replace(stood, value), write: { ...draft.write, [field]: value } }
      : null;
  });
const misnamed: [field: string, value: string][] = [
  ...['subject', 'delegate', 'unit', 'person'].map((field): [string, string] => [field, 'A B']),
  ['month', '2026-13'],
  ['key', 'K1'],
  ['code', '9.99'],
  ['name', '1mau'],
  ['key', 'r1'],
  // Keys that rules take, and a year of which the month isn't.
  ...['poor', 'fair', 'harm'].map((key): [string, string] => ['key', key]),
  ['year', '2025'],
];

/** A version that no result has, in the id as in the field. */
const versions = [0, 1.5, 99, 100];
const ofVersion = (version: number): StepAway =>
  step(`id and version ${version}`, (draft) => ({
    ...draft,
    id: draft.id.replace(/v\d+$/, `v${version}`),
    write: { ...draft.write, version },
  }));

/** A version of a template, in the id as in the field. */
const ofTemplate = (version: number): StepAway =>
  step(`id and version ${version} of a template`, (draft) => ({
    ...draft,
    id: draft.id.replace(/@.*$/, `@${version}`),
    write: { ...draft.write, version },
  }));

/** A place that no code has, in the id as in the field. */
const ofPlace = (n: number): StepAway =>
  step(`id and n ${n}`, (draft) => ({
    ...draft,
    id: draft.id.replace(/_\d+$/, `_${n}`),
    write: { ...draft.write, n },
  }));

const ids = ['x', '_x', '1'];
export const otherIds = ({ operation, id, place, write, asker }: Draft): StepAway[] =>
  operation !== 'create'
    ? []
    : [
        ...misnamed.filter(([field]) => field in write).map(([field, value]) => agreeing(field, value)),
        ...['subject', 'delegate', 'who', 'person']
          .filter((field) => field in write && asker.person !== null)
          .map((field) => agreeing(field, String(asker.person))),
        ...(typeof write['n'] === 'number' ? [0, 1.5, 10, 11].map(ofPlace) : []),
        ...(typeof write['version'] === 'number' && /v\d+$/.test(id) ? versions.map(ofVersion) : []),
        ...(place === 'templates' ? [0, 1, 1.5, 99, 100].map(ofTemplate) : []),
        ...ids.map((tail) => step(`id ${id}${tail}`, (draft) => ({ ...draft, id: `${draft.id}${tail}` }))),
        ...(place === 'changes'
          ? [
              `${players.clerk}_K1`,
              `${players.clerk}_`,
              `${players.clerk}_${'a'.repeat(21)}`,
              `${players.administrator}_c2`,
              'c2',
            ].map((other) => step(`id ${other}`, (draft) => ({ ...draft, id: other })))
          : []),
        ...(place === 'parts'
          ? ['00', '01', '100', 'x', '-1'].map((other) =>
              step(`part ${other}`, (draft) => ({ ...draft, id: `${players.clerk}_c1/${other}` })),
            )
          : []),
      ];

export const tabled = (cases: readonly Case[]): StepAway[] =>
  cases.map(({ what, change, without = [] }) =>
    step(what, (draft) => ({
      ...draft,
      write: { ...draft.write, ...change },
      without: [...draft.without, ...without],
    })),
  );
