// Cases of what is kept of units, of asking and advising, of delegating, and of changing the organisation.
import { validFigures, validUnitSheets } from '../../../fixtures/invalidUnitDocuments.ts';
import {
  aChange,
  aConsultation,
  aDelegation,
  aNote,
  aRequest,
  aUnitSheet,
  cast,
  newChange,
  newDelegation,
  newFigures,
  someFigures,
  theMonth,
  theUnit,
} from '../../../fixtures/documents.ts';
import { now, type Fields } from '../../request.ts';
import { figuresClientFields } from '../../../../functions/src/schema/unit.ts';
import { kind, type Kind } from '../draft.ts';
import { at, personMonth, players, unitMonth } from '../scene.ts';
import { fields, only, saved, variant } from './parts.ts';

const unitDraft = ['tasks', 'taskDue', 'taskResult', 'report', 'backlog', 'nextTasks', 'nextDue'];
const files = (name: string, state: 'open' | 'submitted'): Kind =>
  kind('unitSheets', 'update', name, (random) => {
    const prior = fields(aUnitSheet());
    const write = { ...only(prior, unitDraft), report: 'Đã hoàn thành', ...variant(random, validUnitSheets) };
    return { as: 'head', id: unitMonth, prior, write: { ...write, ...saved(prior), state } };
  });

const newRecord = (document: object): Fields => ({ ...document, savedAt: now });
const note = (as: 'aggregator' | 'overseer', about: 'person' | 'unit') => {
  const subject = about === 'person' ? cast.person : theUnit;
  return aNote({ as, about, subject, author: players[as] });
};
const noteKinds: Kind[] = (['aggregator', 'overseer'] as const).flatMap((as) =>
  (['person', 'unit'] as const).flatMap((about) => {
    const id = `${about === 'person' ? cast.person : theUnit}_${theMonth}_${players[as]}`;
    return [
      kind('notes', 'create', `${as} about a ${about}`, () => ({
        as,
        id,
        write: newRecord(note(as, about)),
      })),
      kind('notes', 'update', `${as} about a ${about}`, () => {
        const prior = fields(note(as, about));
        return { as, id, prior, write: { text: 'Ý kiến bổ sung', ...saved(prior) } };
      }),
    ];
  }),
);

// Never allowed: a note in another's name, and another's note by somebody with the same right.
const othersNote = () => fields(aNote({ as: 'overseer', author: cast.aggregator }));
const othersNoteId = `${personMonth}_${cast.aggregator}`;
noteKinds.push(
  kind('notes', 'create', "overseer in another's name", () => ({
    as: 'overseer',
    id: othersNoteId,
    write: newRecord(othersNote()),
  })),
  kind('notes', 'update', "overseer writes over another's", () => {
    const prior = othersNote();
    return { as: 'overseer', id: othersNoteId, prior, write: { text: 'Ý kiến bổ sung', ...saved(prior) } };
  }),
);

const changesBy = (
  as: 'clerk' | 'administrator',
  kinds: readonly ('people' | 'members' | 'units')[],
): Kind[] =>
  (['draft', 'sent'] as const).map((state) =>
    kind('changes', 'create', `${as}, ${state}`, (random) => ({
      as,
      id: `${players[as]}_c2`,
      write: newRecord(newChange({ author: players[as], kind: random.pick(kinds), state })),
    })),
  );

export const otherKinds: Kind[] = [
  ...[files('head saves', 'open'), files('head submits', 'submitted')],
  kind('figures', 'create', 'office', (random) => ({
    as: 'office',
    id: unitMonth,
    write: newRecord({ ...newFigures(), ...variant(random, validFigures) }),
  })),
  kind('figures', 'update', 'office', (random) => {
    const prior = fields(someFigures());
    return {
      as: 'office',
      id: unitMonth,
      prior,
      write: {
        ...only(fields(newFigures()), Object.keys(figuresClientFields)),
        received: 211,
        note: 'Đã đối chiếu',
        ...variant(random, validFigures),
        author: cast.office,
        ...saved(prior),
      },
    };
  }),
  kind('consultations', 'update', 'answers', () => {
    const prior = fields(aConsultation());
    return {
      as: 'consulted',
      id: `${personMonth}_${cast.consulted}`,
      prior,
      write: { note: 'Đồng ý', state: 'answered', ...saved(prior) },
    };
  }),
  ...(['decider', 'delegate'] as const).map((as) =>
    kind('consultations', 'create', `${as} asks who is in charge`, () => ({
      as,
      id: `${personMonth}_${cast.overseer}`,
      write: newRecord(aRequest({ askedBy: players[as] })),
    })),
  ),
  // Never allowed: who is in charge and stands in for the decider has nobody to ask.
  kind('consultations', 'create', 'one in charge asks themselves', () => ({
    as: 'overseer',
    id: `${personMonth}_${cast.overseer}`,
    write: newRecord(aRequest({ askedBy: cast.overseer })),
    given: {
      [at('delegations', `${cast.decider}_${cast.overseer}`)]: fields(
        aDelegation({ giver: cast.decider, delegate: cast.overseer, acts: 'both', active: true }),
      ),
    },
  })),
  ...changesBy('clerk', ['people', 'units']),
  ...changesBy('administrator', ['people', 'members']),
  ...(['clerk', 'administrator'] as const).map((as) =>
    kind('changes', 'update', `${as} sends`, () => {
      const prior = fields(aChange({ author: players[as], state: 'draft', parts: 2 }));
      return { as, id: `${players[as]}_c1`, prior, write: { state: 'sent', ...saved(prior) } };
    }),
  ),
  kind('parts', 'create', 'author', (random) => ({
    as: 'clerk',
    id: `${cast.clerk}_c1/${random.pick(['0', '1', '10', '99'])}`,
    write: { author: cast.clerk, rows: ['{"id":"an"}', '{"id":"ba"}'], savedAt: now },
  })),
  kind('delegations', 'create', 'giver', (random) => ({
    as: 'evaluator',
    id: `${cast.evaluator}_${cast.colleague}`,
    write: newRecord(
      newDelegation({
        delegate: cast.colleague,
        acts: random.pick(['evaluate', 'decide', 'both'] as const),
        unit: random.pick([null, theUnit]),
      }),
    ),
  })),
  kind('delegations', 'update', 'giver revokes', (random) => {
    const prior = fields(aDelegation({ delegate: cast.colleague, active: random.chance(0.5) }));
    return {
      as: 'evaluator',
      id: `${cast.evaluator}_${cast.colleague}`,
      prior,
      write: { revoked: true, active: false, ...saved(prior) },
    };
  }),
  kind('delegations', 'update', 'giver replaces', (random) => {
    const prior = fields(
      aDelegation({ delegate: cast.colleague, active: random.chance(0.3), revoked: random.chance(0.3) }),
    );
    const write = {
      fromDay: '2026-05-02',
      toDay: '2026-05-09',
      acts: 'both',
      unit: theUnit,
      reason: 'Nghỉ phép',
      revoked: false,
      active: false,
    };
    return {
      as: 'evaluator',
      id: `${cast.evaluator}_${cast.colleague}`,
      prior,
      write: { ...write, ...saved(prior) },
    };
  }),
  ...noteKinds,
];
