// orgs/{org}/coordinations/{unit}_{yyyy-mm}_{key}: trouble between two units, the other side's answer, and what the authority above both made of it (S3 II.3.3).
import * as z from 'zod/mini';
import { coordinationStates, leastFactWords } from '../domain/facts.ts';
import { blocks, degrees } from '../domain/words.ts';
import {
  civilDate,
  codeList,
  logEntry,
  moment,
  month,
  personId,
  rev,
  sizes,
  stamp,
  text,
  unitId,
} from './fields.ts';

const said = (max: number, least: number) =>
  text(max).check(z.refine((s) => s.trim().length >= least, 'too little said'));

/** What the recording side says, once: nobody changes it. */
export const coordinationSourceFields = {
  unit: unitId,
  /** The unit with which it got stuck, and whom of it, where one person is concerned. */
  other: unitId,
  otherPerson: text(sizes.line),
  month,
  key: z.string().check(z.regex(/^[a-z][a-z0-9]{0,15}$/)),
  author: personId,
  /** The task, what got stuck with it, and since when. */
  task: said(sizes.line, 1),
  text: said(sizes.text, leastFactWords),
  since: civilDate,
};

export const coordinationClientFields = {
  ...coordinationSourceFields,
  /** The other side's, once. */
  answer: text(sizes.text),
  /** The authority's word, on closing it or making it a finding. */
  word: text(sizes.note),
  /** Of a finding: at which of the two heads, which codes, how often, remedied until when. Empty otherwise. */
  fSubject: text(sizes.line),
  fCodes: codeList,
  fDegree: z.nullable(z.enum(degrees)),
  fDue: z.nullable(civilDate),
  state: z.enum(coordinationStates),
  rev,
  actor: personId,
  savedAt: z.nullable(stamp),
};

/** Absent on what the head creates, until the function comes. */
export const coordinationServerFields = {
  unitName: z._default(z.string(), ''),
  otherName: z._default(z.string(), ''),
  block: z._default(z.nullable(z.enum(blocks)), null),
  otherBlock: z._default(z.nullable(z.enum(blocks)), null),
  head: z._default(z.string(), ''),
  headName: z._default(z.string(), ''),
  otherHead: z._default(z.string(), ''),
  otherHeadName: z._default(z.string(), ''),
  /** Who decides each head, and so sees it beside their sheet. */
  headDecider: z._default(z.string(), ''),
  otherDecider: z._default(z.string(), ''),
  /** Above both; `vacant` while nobody is found, with the reason in `gap`. */
  authority: z._default(z.string(), ''),
  authorityName: z._default(z.string(), ''),
  gap: z._default(z.string(), ''),
  recordedAt: z._default(z.nullable(moment), null),
  answeredAt: z._default(z.nullable(moment), null),
  /** Id of the finding that came of it. */
  finding: z._default(z.nullable(z.string()), null),
  endedIn: z._default(z.nullable(month), null),
  log: z._default(z.array(logEntry), []),
};

export const coordinationSchema = z.strictObject({
  ...coordinationClientFields,
  ...coordinationServerFields,
});
export type Coordination = z.infer<typeof coordinationSchema>;
/** As it is stored: the web reads it unparsed, and its author before a function has come. */
export type StoredCoordination = z.input<typeof coordinationSchema>;

export const newCoordinationSchema = z
  .strictObject({
    ...coordinationClientFields,
    answer: z.literal(''),
    word: z.literal(''),
    fSubject: z.literal(''),
    fCodes: z.literal(''),
    fDegree: z.null(),
    fDue: z.null(),
    state: z.literal('open'),
    rev: z.literal(1),
  })
  .check(z.refine(({ unit, other }) => unit !== other));
export type NewCoordination = z.infer<typeof newCoordinationSchema>;
