// orgs/{org}/templates/{name}@{version}: a scoring template of the organisation's own, written as a draft and issued once (ADR 0011).
import * as z from 'zod/mini';
import { peopleGroups, templateKinds, type Template } from '../domain/templates.ts';
import type { TemplateFields } from '../domain/templatesDraft.ts';
import { civilDate, logEntry, moment, personId, rev, sizes, stamp, text } from './fields.ts';

export const templateStates = ['draft', 'sent', 'issued'] as const;

/** In tenths, as the rules print a number; the check before issuing says the rest. */
const figure = z.number().check(
  z.gte(0),
  z.lte(100),
  z.refine((n) => Math.round(n * 10) / 10 === n, 'not in tenths'),
);
const map = (key: RegExp, value: ReturnType<typeof text>, most: number) =>
  z
    .record(z.string().check(z.regex(key)), value)
    .check(z.refine((m) => Object.keys(m).length <= most && Object.values(m).join('').length <= sizes.text));
const group = /^(I|II|III|II[.]1|II[.]2)$/;
const criterion = /^(I|II|III|II[.]1|II[.]2)[.][1-9]$/;

/** What an administrator writes; flat, because rules have no loops (domain/templatesDraft.ts makes the template of it). */
export const templateClientFields = {
  name: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,19}$/)),
  version: z.int().check(z.gte(1), z.lte(99)),
  kind: z.enum(templateKinds),
  title: text(sizes.line),
  clause: text(sizes.line),
  note: text(sizes.note),
  people: z.array(z.enum(peopleGroups)).check(z.refine((l) => l.length <= 3, 'too many groups of people')),
  effectiveFrom: z.nullable(civilDate),
  effectiveUntil: z.nullable(civilDate),
  max1: figure,
  max21: figure,
  max22: figure,
  step: figure,
  bandA: figure,
  bandB: figure,
  bandC: figure,
  groupNames: map(group, text(sizes.text), 5),
  criteria: map(criterion, text(sizes.text), 27),
  criterionMax: map(criterion, z.string().check(z.regex(/^([0-9]{1,2}([.][0-9])?)?$/)), 27),
  author: personId,
  state: z.enum(templateStates),
  rev,
  savedAt: z.nullable(stamp),
};

export const templateSchema = z.strictObject({
  ...templateClientFields,
  // Absent on what an administrator writes, until the function has judged it.
  /** Field → what to mend; why it was not issued. */
  faults: z._default(z.record(z.string(), z.string()), {}),
  issuedAt: z._default(z.nullable(moment), null),
  issuedBy: z._default(z.string(), ''),
  log: z._default(z.array(logEntry), []),
});
export type TemplateDocument = z.infer<typeof templateSchema>;
/** As it is stored: the web reads it unparsed. */
export type StoredTemplate = z.input<typeof templateSchema>;

export const newTemplateSchema = z.strictObject({
  ...templateClientFields,
  state: z.literal('draft'),
  rev: z.literal(1),
});
export type NewTemplate = z.infer<typeof newTemplateSchema>;

/** The template's own fields, without signature and state. */
export function templateFieldsOf(stored: StoredTemplate): TemplateFields {
  const { name, version, kind, title, clause, note, people, effectiveFrom, effectiveUntil } = stored;
  const { max1, max21, max22, step, bandA, bandB, bandC, groupNames, criteria, criterionMax } = stored;
  return {
    ...{ name, version, kind, title, clause, note, people, effectiveFrom, effectiveUntil },
    ...{ max1, max21, max22, step, bandA, bandB, bandC, groupNames, criteria, criterionMax },
  };
}

/** A whole template as a cycle carries it. */
export const templateData = z.custom<Template>(
  (value) => typeof value === 'object' && value !== null && 'groups' in value && 'bands' in value,
);
