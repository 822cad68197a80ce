// Cases of replacement: proposed by who decides, referred, decided and closed by them or by the aggregator to whom it was referred.
import type { Replacement } from '../../../../functions/src/schema/replacement.ts';
import {
  aReplacement,
  decided,
  decision,
  newReplacement,
  referred,
  referredAbove,
  validReplacements,
} from '../../../fixtures/replacements.ts';
import { now, type Fields } from '../../request.ts';
import { kind, type Kind } from '../draft.ts';
import { players, replacementCase, type Player } from '../scene.ts';
import { fields, saved, variant } from './parts.ts';

const acts = (name: string, as: Player, over: Partial<Replacement>, write: Fields): Kind =>
  kind('replacements', 'update', `${as} ${name}`, () => {
    const prior = fields(aReplacement(over));
    return { as, id: replacementCase, prior, write: { ...write, actor: players[as], ...saved(prior) } };
  });

const above: Partial<Replacement> = { ...decided, ...referredAbove, state: 'decided', rev: 3 };
const ended = { ...decision, outcome: 'ended', state: 'decided' } as const;
const closing = { closeNote: 'Đã bàn giao công việc', state: 'closed' };

export const replacementKinds: Kind[] = [
  kind('replacements', 'create', 'decider', (random) => ({
    as: 'decider',
    id: replacementCase,
    write: { ...newReplacement(), ...variant(random, validReplacements), savedAt: now },
  })),
  acts('refers', 'decider', {}, { referNote: 'Đề nghị xem xét', state: 'referred' }),
  ...(['kept', 'moved', 'replaced'] as const).map((outcome) =>
    acts(`decides: ${outcome}`, 'decider', referred, { ...decision, outcome, state: 'decided' }),
  ),
  acts('ends a contract', 'decider', { ...referred, category: 'contract' }, ended),
  acts('closes', 'decider', decided, closing),
  acts('decides', 'aggregator', referredAbove, { ...decision, state: 'decided' }),
  acts('ends a contract', 'aggregator', { ...referredAbove, category: 'contract' }, ended),
  acts('closes', 'aggregator', above, closing),
];
