// Who reads an evidence file: whoever may read the finding or appeal that it is on (domain.md section 11, ADR 0014).
import {
  isOwn,
  ofHead,
  type AppealOfFile,
  type EvidenceSource,
  type FindingOfFile,
  type UnitFindingOfFile,
} from './evidence.ts';
import { isNobody } from './vacant.ts';
import type { Block } from './words.ts';

/** What a file's readers are found from: whom the finding or appeal names, and whose it is. */
export interface FileStanding {
  kind: EvidenceSource;
  /** Of a unit's finding: who heads the unit. */
  person: string;
  unit: string;
  /** Null of an appeal, which aggregators and judges of today don't read, and of a unit's finding that no function has seen. */
  block: Block | null;
  evaluator: string;
  decider: string;
  /** Whom the finding or appeal itself lets read. */
  named: string[];
}
export interface FileRights {
  members: readonly {
    id: string;
    inspects: boolean;
    aggregates: readonly Block[];
    judges: readonly string[];
  }[];
  /** Those in force. */
  delegations: readonly {
    giver: string;
    delegate: string;
    acts: 'evaluate' | 'decide' | 'both';
    unit: string | null;
  }[];
}

const people = (ids: readonly string[]) =>
  [...new Set(ids)].filter((id) => id !== '' && !isNobody(id)).sort();

/**
 * Of a file by `by`. Nobody reads what is about them before they were told, but for their own on what they saw at
 * themselves: a colleague's file may hang on it as well.
 */
export const standingOfFinding = (
  f: FindingOfFile & { unit: string; block: Block },
  by: string,
): FileStanding => ({
  ...{ kind: 'findings', person: f.subject, unit: f.unit, block: f.block },
  ...{ evaluator: f.evaluator, decider: f.decider },
  named: namedOn(f, f.notified || (isOwn(f) && by === f.subject)),
});

/** Whoever stands in for the head's judges, or judges the head today, reads nothing of the unit's findings. */
export const standingOfUnitFinding = (
  f: UnitFindingOfFile & { unit: string; block: Block | null },
): FileStanding => ({
  ...{ kind: 'unitFindings', person: f.head ?? '', unit: f.unit, block: f.block },
  ...{ evaluator: '', decider: '', named: namedOn(ofHead(f), f.notified === true) },
});

const namedOn = (f: FindingOfFile, isTold: boolean): string[] =>
  people([
    ...[f.author, f.evaluator, f.decider].filter((id) => id !== f.subject),
    ...(isTold ? [f.subject] : []),
  ]);

export const standingOfAppeal = (a: AppealOfFile & { unit: string }): FileStanding => ({
  ...{ kind: 'appeals', person: a.person, unit: a.unit, block: null, evaluator: '', decider: '' },
  named: people([a.person, a.answerer, a.decider, ...(a.overdue ? [a.above] : [])]),
});

/** Everybody who may read the finding or appeal by section 11, and nobody else. */
export function fileReaders(standing: FileStanding, { members, delegations }: FileRights): string[] {
  const { kind, person, block, named } = standing;
  const entitled = members.filter(({ inspects, aggregates, judges }) =>
    block === null
      ? inspects && kind === 'appeals'
      : inspects || aggregates.includes(block) || (judges.includes(person) && kind === 'findings'),
  );
  const others = [...entitled.map(({ id }) => id), ...delegatesOf(standing, delegations)];
  return people([...named, ...others.filter((id) => id !== person)]);
}

function delegatesOf(
  { kind, evaluator, decider, unit }: FileStanding,
  delegations: FileRights['delegations'],
): string[] {
  if (kind !== 'findings') return [];
  const covers = (giver: string, act: string) => (one: FileRights['delegations'][number]) =>
    one.giver === giver &&
    (one.acts === act || one.acts === 'both') &&
    (one.unit === null || one.unit === unit);
  return [
    ...delegations.filter(covers(evaluator, 'evaluate')),
    ...delegations.filter(covers(decider, 'decide')),
  ].map(({ delegate }) => delegate);
}
