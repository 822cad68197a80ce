// Evidence files on findings, of people and units, and appeals: which are taken, under what name, who may attach one and who reads it (domain.md sections 2, 7 and 11).
import type { Block, FindingSource, FindingState, RemedyState } from './words.ts';
import { isNobody } from './vacant.ts';

export const evidenceTypes = ['pdf', 'jpg', 'png', 'docx', 'xlsx'] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

export const evidenceMime: Record<EvidenceType, string> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
/** storage.rules say the same. */
export const maxEvidenceBytes = 10 * 1024 * 1024;
/** What a file may be evidence on, by the collections where it stands. */
export const evidenceSources = ['findings', 'unitFindings', 'appeals'] as const;
export type EvidenceSource = (typeof evidenceSources)[number];
/** To one finding or one appeal. */
export const maxEvidenceFiles = 5;

export const evidenceStates = ['announced', 'expected', 'sent', 'kept', 'refused'] as const;
/** `announced` and `sent` say the client, of what it wants to attach and of what it uploaded; the rest a function. */
export type EvidenceState = (typeof evidenceStates)[number];

/** By the end of the name; null where such files aren't taken. */
export function typeOfName(name: string): EvidenceType | null {
  const end = /\.([a-z]+)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';
  return evidenceTypes.find((type) => type === (end === 'jpeg' ? 'jpg' : end)) ?? null;
}

const longestName = 120;

/**
 * The name under which everybody sees and saves it: composed letters, no path, nothing that is invisible, turns the
 * direction of reading or means something to a file system, and the ending of what it is.
 */
export function cleanName(name: string, type: EvidenceType): string {
  const own = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const seen = own
    .replace(/[\p{C}\u2028\u2029]/gu, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/[\s\p{Z}]+/gu, ' ');
  const ending = type === 'jpg' ? /\.jpe?g$/i : new RegExp(`\\.${type}$`, 'i');
  const stem = seen
    .trim()
    .replace(ending, '')
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${[...stem].slice(0, longestName).join('').trim() || 'tep'}.${type}`;
}

export interface FindingOfFile {
  subject: string;
  source: FindingSource;
  author: string;
  evaluator: string;
  decider: string;
  notified: boolean;
  state: FindingState;
  remedyState: RemedyState;
}
/** Whose it is and who stands above, a function says: absent until it came. */
export interface UnitFindingOfFile extends Omit<
  FindingOfFile,
  'subject' | 'evaluator' | 'decider' | 'notified'
> {
  head?: string | undefined;
  evaluator?: string | undefined;
  decider?: string | undefined;
  notified?: boolean | undefined;
}
export interface AppealOfFile {
  person: string;
  answerer: string;
  decider: string;
  above: string;
  overdue: boolean;
  state: 'filed' | 'answered' | 'refused';
}

const nothingHere = 'Không có biểu hiện hoặc kiến nghị này, hoặc không thuộc quyền đính kèm tệp.';
const findingEnded = 'Biểu hiện này đã kết thúc, không đính kèm thêm tệp được.';
const appealEnded = 'Kiến nghị này đã giải quyết xong, không đính kèm thêm tệp được.';

/** They know of it without being told; what a rule or a colleague recorded in their name they don't. */
const isOwn = ({ subject, source, author }: FindingOfFile) => source === 'self' && author === subject;

/**
 * Why `who` may attach nothing, in words for them; null where they may. The person: to what they were told of, until the
 * remedy is accepted; to what they reported at themselves from then on, for it may be remedied in the act that settles it.
 */
export function findingFileRefusal(finding: FindingOfFile | null, who: string): string | null {
  if (!finding) return nothingHere;
  const { subject, author, evaluator, decider, notified, state, remedyState } = finding;
  if (who === subject) {
    if (!notified && !isOwn(finding)) return nothingHere;
    const isOpen = state === 'confirmed' || (state === 'suspected' && isOwn(finding));
    return isOpen && remedyState !== 'accepted' ? null : findingEnded;
  }
  if (![author, evaluator, decider].includes(who)) return nothingHere;
  return state === 'suspected' || state === 'confirmed' ? null : findingEnded;
}

/** As of a person's, whose place the head of the unit has. */
export const unitFindingFileRefusal = (finding: UnitFindingOfFile | null, who: string): string | null =>
  findingFileRefusal(finding && ofHead(finding), who);

const ofHead = (f: UnitFindingOfFile): FindingOfFile => ({
  ...{
    author: f.author,
    evaluator: f.evaluator ?? '',
    decider: f.decider ?? '',
    notified: f.notified ?? false,
  },
  ...{ subject: f.head ?? '', source: f.source, state: f.state, remedyState: f.remedyState },
});

/** The person alone, for as long as it isn't answered. */
export function appealFileRefusal(
  appeal: Pick<AppealOfFile, 'person' | 'state'> | null,
  who: string,
): string | null {
  if (!appeal || appeal.person !== who) return nothingHere;
  return appeal.state === 'filed' ? null : appealEnded;
}

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
