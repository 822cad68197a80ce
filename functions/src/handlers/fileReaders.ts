// Who reads evidence files: brought to what the finding or appeal, rights and delegations say now (domain.md section 11, ADR 0014).
import { appealFileRefusal, findingFileRefusal, unitFindingFileRefusal } from '../domain/evidence.ts';
import {
  fileReaders,
  standingOfAppeal,
  standingOfFinding,
  standingOfUnitFinding,
  type FileRights,
  type FileStanding,
} from '../domain/evidenceReaders.ts';
import { subjectOf, type FileDocument } from '../schema/file.ts';
import { collectionOf, fileRef, refOf } from '../schema/refs.ts';
import { converge } from './converge.ts';
import type { Documents, Stored } from './ports.ts';

/** What a file is evidence on: why `author` may attach nothing to it, and whose it is. */
export async function sourceOf(
  documents: Documents,
  org: string,
  { of, author }: Pick<FileDocument, 'of' | 'author'>,
): Promise<{ refusal: string | null; standing: FileStanding | null }> {
  const { kind, id } = subjectOf(of);
  if (kind === 'findings') {
    const finding = await documents.get(refOf(org, 'findings', id));
    return {
      refusal: findingFileRefusal(finding?.data ?? null, author),
      standing: finding && standingOfFinding(finding.data, author),
    };
  }
  if (kind === 'unitFindings') {
    const finding = await documents.get(refOf(org, 'unitFindings', id));
    return {
      refusal: unitFindingFileRefusal(finding?.data ?? null, author),
      standing: finding && standingOfUnitFinding(finding.data),
    };
  }
  const appeal = await documents.get(refOf(org, 'appeals', id));
  return {
    refusal: appealFileRefusal(appeal?.data ?? null, author),
    standing: appeal && standingOfAppeal(appeal.data),
  };
}

/** Whoever inspects, aggregates or judges today, and delegations in force: looked up once for many files. */
export async function rightsNow(documents: Documents, org: string): Promise<FileRights> {
  const [members, delegations] = await Promise.all([
    documents.find(collectionOf(org, 'members'), []),
    documents.find(collectionOf(org, 'delegations'), [['active', true]]),
  ]);
  return {
    members: members.map(({ id, data }) => ({ ...data, id })),
    delegations: delegations.map(({ data }) => data),
  };
}

/** The finding or appeal names other people now. */
export async function filesFollowSource(documents: Documents, org: string, of: string): Promise<void> {
  const files = await documents.find(collectionOf(org, 'files'), [['of', of]]);
  await follow(documents, org, files, async ({ data }) => (await sourceOf(documents, org, data)).standing);
}

/** A delegation of the giver's begins to hold, or holds no longer. */
export async function filesFollowDelegation(documents: Documents, org: string, giver: string): Promise<void> {
  const files = await Promise.all([
    documents.find(collectionOf(org, 'files'), [['evaluator', giver]]),
    documents.find(collectionOf(org, 'files'), [['decider', giver]]),
  ]);
  await follow(documents, org, files.flat(), ({ data }) => keptStanding(data));
}

/** Rights were given or taken, or another month is judged by others. */
export async function filesFollowRights(documents: Documents, org: string): Promise<void> {
  const files = await documents.find(collectionOf(org, 'files'), [['state', 'kept']]);
  await follow(documents, org, files, ({ data }) => keptStanding(data));
}

/** Writes documents alone: the function of each file brings its object after it. */
async function follow(
  documents: Documents,
  org: string,
  files: readonly Stored<FileDocument>[],
  standingNow: (file: Stored<FileDocument>) => Promise<FileStanding | null> | FileStanding | null,
): Promise<void> {
  if (files.length === 0) return;
  const rights = await rightsNow(documents, org);
  for (const { id } of files)
    await converge(documents, fileRef(org, id), async (current) => {
      if (current.data.state !== 'kept') return null;
      const standing = await standingNow(current);
      return standing && { ...fieldsOf(standing), readers: fileReaders(standing, rights) };
    });
}

/** What the document repeats of it. */
type Repeated = Omit<FileStanding, 'kind'>;
export const fieldsOf = ({ person, unit, block, evaluator, decider, named }: Repeated): Repeated => ({
  ...{ person, unit, block, evaluator, decider, named },
});
const keptStanding = (file: FileDocument): FileStanding => ({
  ...fieldsOf(file),
  kind: subjectOf(file.of).kind,
});
