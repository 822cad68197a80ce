// orgs/{org}/replacements/{person}_{yyyy}_{key}: whether somebody keeps their place, from proposal to close (S3 II.7; domain.md section 8).
import * as z from 'zod/mini';
import { leastFactWords } from '../domain/facts.ts';
import { replacementGrounds, replacementOutcomes, replacementStates } from '../domain/replacement.ts';
import { blocks, categories } from '../domain/words.ts';
import {
  civilDate,
  logEntry,
  moment,
  month,
  personId,
  rev,
  sizes,
  stamp,
  text,
  traceStep,
} from './fields.ts';
import { year } from './year.ts';

const said = (max: number, least: number) =>
  text(max).check(z.refine((s) => s.trim().length >= least, 'too little said'));

/** Said once, by the authority or by the function that opened it. */
export const replacementSourceFields = {
  person: personId,
  year,
  /** In which it was proposed; of the year. */
  month,
  key: z.string().check(z.regex(/^[a-z][a-z0-9]{0,15}$/)),
  ground: z.enum(replacementGrounds),
  author: personId,
  /** What the authority rests it on; empty where a rule opened it, whose facts stand in the trace. */
  facts: text(sizes.text),
  /** Who decides the person's months; brought to the newest month every night. */
  decider: personId,
};

/** The decider's word on handing it on. */
export const replacementReferralFields = { referNote: text(sizes.note) };
/** What was decided outside the system, as the document says it. */
export const replacementDecisionFields = {
  outcome: z.nullable(z.enum(replacementOutcomes)),
  docNumber: text(sizes.line),
  docDate: z.nullable(civilDate),
  reason: text(sizes.note),
};
export const replacementClosingFields = { closeNote: text(sizes.note) };

export const replacementClientFields = {
  ...replacementSourceFields,
  ...replacementReferralFields,
  ...replacementDecisionFields,
  ...replacementClosingFields,
  state: z.enum(replacementStates),
  rev,
  actor: personId,
  /** Null where a function opened it and nobody has acted since. */
  savedAt: z.nullable(stamp),
};

/** Absent on what a client creates, until the function comes; the rules judge some, so these aren't written as defaults. */
export const replacementServerFields = {
  personName: z._default(z.string(), ''),
  post: z._default(z.string(), ''),
  category: z._default(z.nullable(z.enum(categories)), null),
  unit: z._default(z.string(), ''),
  unitName: z._default(z.string(), ''),
  block: z._default(z.nullable(z.enum(blocks)), null),
  deciderName: z._default(z.string(), ''),
  /** Diện Ban Thường vụ quản lý: referred to the aggregator of the block; else who decides appoints. */
  managed: z._default(z.nullable(z.boolean()), null),
  /** Who considers it, by name: Ban Tổ chức, Ban Xây dựng Đảng, or who decides. */
  body: z._default(z.string(), ''),
  /** Block whose aggregator considers it, from the referral on; null where who decides does. */
  toBlock: z._default(z.nullable(z.enum(blocks)), null),
  openedAt: z._default(z.nullable(moment), null),
  decidedAt: z._default(z.nullable(moment), null),
  closedAt: z._default(z.nullable(moment), null),
  /** The person reads it: from the decision on. */
  told: z._default(z.boolean(), false),
  /** Why a function withdrew it. */
  dropReason: z._default(z.string(), ''),
  /** By which rules and facts it was opened. */
  trace: z._default(z.array(traceStep), []),
  log: z._default(z.array(logEntry), []),
};

export const replacementSchema = z.strictObject({ ...replacementClientFields, ...replacementServerFields });
export type Replacement = z.infer<typeof replacementSchema>;
/** As it is stored: the web reads it unparsed, and its author before a function has come. */
export type StoredReplacement = z.input<typeof replacementSchema>;

export const newReplacementSchema = z
  .strictObject({
    ...replacementClientFields,
    /** Not the key of what a rule opens. */
    key: z.string().check(z.regex(/^(?!(poor|fair|harm)$)[a-z][a-z0-9]{0,15}$/)),
    ground: z.literal('authority'),
    facts: said(sizes.text, leastFactWords),
    referNote: z.literal(''),
    outcome: z.null(),
    docNumber: z.literal(''),
    docDate: z.null(),
    reason: z.literal(''),
    closeNote: z.literal(''),
    state: z.literal('proposed'),
    rev: z.literal(1),
  })
  .check(z.refine(({ year: of, month: at }) => at.startsWith(`${of}-`), 'a month of another year'));
export type NewReplacement = z.infer<typeof newReplacementSchema>;
