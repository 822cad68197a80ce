// Cases of entering what was decided outside: first, corrected, and about months that it may not be entered for.
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import {
  aMember,
  anOutsideResult,
  aSubmittedSheet,
  cast,
  newOutsideResult,
} from '../../../fixtures/documents.ts';
import { now } from '../../request.ts';
import { kind, type Kind } from '../draft.ts';
import { at, personMonth, players } from '../scene.ts';
import { fields, saved } from './parts.ts';

const months: [name: string, sheet: Partial<Sheet>, person?: string][] = [
  ['of who is decided outside', {}],
  ['of the other block', { block: 'party' }],
  ['of somebody else', { person: cast.colleague }],
  ['of another month', { month: '2026-05' }],
  ['of who is decided here', { decider: cast.decider }],
  ['of oneself', { person: players.aggregator }, players.aggregator],
];

export const outsideResultKinds: Kind[] = months.flatMap(([name, sheet, person = cast.person]) => {
  const id = person === cast.person ? personMonth : `${person}_2026-04`;
  const given = {
    [at('sheets', id)]: fields(
      aSubmittedSheet({ person, evaluator: 'outside', decider: 'outside', ...sheet }),
    ),
    [at('members', players.aggregator)]: fields(aMember({ aggregates: ['party', 'government'] })),
  };
  return [
    kind('outsideResults', 'create', name, () => ({
      ...{ as: 'aggregator', id, given },
      write: { ...newOutsideResult({ person }), savedAt: now },
    })),
    kind('outsideResults', 'update', name, () => {
      const prior = fields(anOutsideResult({ person }));
      const write = { rating: 'C', level: 'fair', document: 'Thông báo số 15-TB/TU', day: '2026-05-02' };
      return { ...{ as: 'aggregator', id, given, prior }, write: { ...write, ...saved(prior) } };
    }),
  ];
});
