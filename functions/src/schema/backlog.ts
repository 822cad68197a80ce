// orgs/{org}/backlogs/{subject}_{yyyy-mm}_{key}: what is late or drags on, within or beyond own competence, or a hard task taken on (S3 III.2.4, S0 II.3).
import * as z from 'zod/mini';
import { abouts, backlogStates, competences, leastFactWords } from '../domain/facts.ts';
import { civilDate, logEntry, month, personId, rev, sizes, stamp, text, unitId } from './fields.ts';
import { standingFields } from './standing.ts';

const said = (max: number, least: number) =>
  text(max).check(z.refine((s) => s.trim().length >= least, 'too little said'));

/** Said once, on recording it. */
export const backlogSourceFields = {
  /** A person registers hard tasks of their own only; all else is a unit's, recorded by its head. */
  about: z.enum(abouts),
  subject: unitId,
  month,
  key: z.string().check(z.regex(/^[a-z][a-z0-9]{0,15}$/)),
  author: personId,
  text: said(sizes.text, leastFactWords),
  /** Since when it has dragged on. */
  since: civilDate,
};

/** The holder's while it is open. */
export const backlogHolderFields = {
  competence: z.enum(competences),
  /** How it will be solved within own competence. */
  plan: text(sizes.note),
  /** What is proposed to the authority above, where it lies beyond. */
  proposal: text(sizes.note),
  due: civilDate,
  /** How often the date was put off, and why the last time: a later date counts one more. */
  putOff: z.int().check(z.gte(0), z.lte(99)),
  why: text(sizes.note),
  /** Registered to be taken on as hard and long-standing: shown with credit, not as a delay. */
  hard: z.boolean(),
};

export const backlogClientFields = {
  ...backlogSourceFields,
  ...backlogHolderFields,
  /** The authority's answer to the proposal. */
  answer: text(sizes.note),
  /** What came of it, by the holder. */
  result: text(sizes.note),
  /** The authority's word on confirming or returning it. */
  word: text(sizes.note),
  state: z.enum(backlogStates),
  rev,
  actor: personId,
  savedAt: z.nullable(stamp),
};

export const backlogServerFields = { ...standingFields, log: z._default(z.array(logEntry), []) };

export const backlogSchema = z.strictObject({ ...backlogClientFields, ...backlogServerFields });
export type Backlog = z.infer<typeof backlogSchema>;
/** As it is stored: the web reads it unparsed, and its author before a function has come. */
export type StoredBacklog = z.input<typeof backlogSchema>;

/** Within own competence with a plan, beyond it with a proposal. */
const isSolvable = ({ competence, plan, proposal }: { competence: string; plan: string; proposal: string }) =>
  (competence === 'own' ? plan : proposal).trim() !== '';

export const newBacklogSchema = z
  .strictObject({
    ...backlogClientFields,
    putOff: z.int().check(z.gte(0), z.lte(99)),
    why: z.literal(''),
    answer: z.literal(''),
    result: z.literal(''),
    word: z.literal(''),
    state: z.literal('open'),
    rev: z.literal(1),
  })
  .check(
    z.refine(isSolvable),
    z.refine(({ about, hard }) => about === 'unit' || hard),
  );
export type NewBacklog = z.infer<typeof newBacklogSchema>;
