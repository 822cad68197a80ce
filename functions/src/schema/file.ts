// orgs/{org}/files/{author}_{key}: an evidence file on a finding, of a person or a unit, or an appeal; its content lies in Cloud Storage (ADR 0014).
import * as z from 'zod/mini';
import {
  evidenceSources,
  evidenceStates,
  evidenceTypes,
  maxEvidenceBytes,
  type EvidenceSource,
} from '../domain/evidence.ts';
import { blocks, type Month } from '../domain/words.ts';
import { logEntry, moment, personId, rev, sizes, stamp, text } from './fields.ts';

const ownerMonth = '[a-z0-9][a-z0-9-]{0,39}_20[0-9]{2}-(0[1-9]|1[0-2])';
/** `findings/{id}`, `unitFindings/{id}` or `appeals/{id}`; ids of units are built as those of people. */
const subject = z
  .string()
  .check(
    z.regex(
      new RegExp(
        `^((findings|unitFindings)/${ownerMonth}_[a-z][a-z0-9]{0,15}|appeals/${ownerMonth}_v[1-9][0-9]?)$`,
      ),
    ),
  );

/** What the author's client announces. */
export const fileClientFields = {
  /** What it is evidence on. */
  of: subject,
  /** Last part of the id and of the object's name, drawn by the author's client. */
  key: z.string().check(z.regex(/^[a-z][a-z0-9]{0,15}$/)),
  author: personId,
  /** As it is called on the author's device; a function cleans it before anybody else reads it. */
  name: text(sizes.line).check(z.refine((s) => s.trim() !== '', 'no name')),
  type: z.enum(evidenceTypes),
  size: z.int().check(z.gte(1), z.lte(maxEvidenceBytes)),
  state: z.enum(evidenceStates),
  rev,
  savedAt: z.nullable(stamp),
};

export const newFileSchema = z.strictObject({
  ...fileClientFields,
  state: z.literal('announced'),
  rev: z.literal(1),
});
export type NewFile = z.infer<typeof newFileSchema>;

/** Of the second write of the author's: the object has been uploaded. */
export const fileSentFields = { sentAt: z._default(z.nullable(stamp), null) };

/** Absent on what a client announces, until the function comes. */
export const fileServerFields = {
  authorName: z._default(z.string(), ''),
  announcedAt: z._default(z.nullable(moment), null),
  /** Of the finding or appeal; the person of a unit's finding is who heads the unit. */
  month: z._default(z.string(), ''),
  person: z._default(z.string(), ''),
  unit: z._default(z.string(), ''),
  block: z._default(z.nullable(z.enum(blocks)), null),
  evaluator: z._default(z.string(), ''),
  decider: z._default(z.string(), ''),
  named: z._default(z.array(personId), []),
  /** Everybody who reads it now; the object repeats them. Nobody but its author before it is kept. */
  readers: z._default(z.array(personId), []),
  /** Why it was refused. */
  reason: z._default(z.string(), ''),
  log: z._default(z.array(logEntry), []),
};

export const fileSchema = z.strictObject({ ...fileClientFields, ...fileSentFields, ...fileServerFields });
export type FileDocument = z.infer<typeof fileSchema>;
/** As it is stored: the web reads it unparsed, and its author before a function has come. */
export type StoredFile = z.input<typeof fileSchema>;

/** Month and id of what a file is evidence on. */
export function subjectOf(of: string): { kind: EvidenceSource; id: string; month: Month } {
  const [collection, id = ''] = of.split('/');
  const kind = evidenceSources.find((one) => one === collection) ?? 'findings';
  return { kind, id, month: id.split('_')[1] ?? '' };
}
