// orgs/{org}/limitations/{subject}_{yyyy-mm}_{key}: a limitation that the yearly review named, and how it is worked off (S3 II.3.2).
import * as z from 'zod/mini';
import { abouts, limitationStates, leastFactWords } from '../domain/facts.ts';
import { civilDate, logEntry, month, personId, rev, sizes, stamp, text, unitId } from './fields.ts';
import { standingFields } from './standing.ts';

const said = (max: number, least: number) =>
  text(max).check(z.refine((s) => s.trim().length >= least, 'too little said'));

/** What is named, once, by whoever is above the subject or aggregates its block. */
export const limitationSourceFields = {
  about: z.enum(abouts),
  subject: unitId,
  /** Month in which it was recorded. */
  month,
  /** Last part of the id, drawn by the author's client. */
  key: z.string().check(z.regex(/^[a-z][a-z0-9]{0,15}$/)),
  as: z.enum(['authority', 'aggregator']),
  author: personId,
  /** Year that was reviewed, and the document that named the limitation. */
  year: z.string().check(z.regex(/^20\d\d$/)),
  source: said(sizes.line, 1),
  text: said(sizes.text, leastFactWords),
  /** Gợi ý kiểm điểm sâu. */
  deep: z.boolean(),
};

/** Rõ người, rõ việc, rõ thời gian (S3 II.3.2); the holder's. */
export const limitationPlanFields = {
  planWho: text(sizes.line),
  planTask: text(sizes.note),
  planDue: z.nullable(civilDate),
  /** What was reported last, and for which month; earlier months stand in `reports`. */
  progress: text(sizes.text),
  progressMonth: z.nullable(month),
};

const actFields = { state: z.enum(limitationStates), rev, actor: personId, savedAt: z.nullable(stamp) };

export const limitationClientFields = {
  ...limitationSourceFields,
  ...limitationPlanFields,
  /** The authority's word on closing it. */
  closeNote: text(sizes.note),
  ...actFields,
};

export const limitationServerFields = {
  ...standingFields,
  /** Month → what was reported for it. */
  reports: z._default(z.record(z.string(), z.string()), {}),
  log: z._default(z.array(logEntry), []),
};

export const limitationSchema = z.strictObject({ ...limitationClientFields, ...limitationServerFields });
export type Limitation = z.infer<typeof limitationSchema>;
/** As it is stored: the web reads it unparsed, and its author before a function has come. */
export type StoredLimitation = z.input<typeof limitationSchema>;

export const newLimitationSchema = z.strictObject({
  ...limitationClientFields,
  planWho: z.literal(''),
  planTask: z.literal(''),
  planDue: z.null(),
  progress: z.literal(''),
  progressMonth: z.null(),
  closeNote: z.literal(''),
  state: z.literal('open'),
  rev: z.literal(1),
});
export type NewLimitation = z.infer<typeof newLimitationSchema>;
