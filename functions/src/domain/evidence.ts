// Evidence files on findings, of people and units, and appeals: which are taken, under what name, and who may attach one (domain.md sections 2 and 7).
import type { FindingSource, FindingState, RemedyState } from './words.ts';

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
export const isOwn = ({ subject, source, author }: FindingOfFile) => source === 'self' && author === subject;

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

/** The head in the place of the person. */
export const ofHead = (f: UnitFindingOfFile): FindingOfFile => ({
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
