// Who may do what to an organisation's scoring templates (domain.md section 4, ADR 0011).
import {
  newTemplateSchema,
  templateClientFields,
  templateSchema,
} from '../../../functions/src/schema/template.ts';
import { creates, reads, updates, type Act, type Ask } from '../access.ts';
import { administers, isFirst, isNext } from '../relations.ts';

const record = Object.keys(templateClientFields);

const isOwn = ({ me, id, after }: Ask) =>
  after?.['author'] === me && id === `${String(after['name'])}@${String(after['version'])}`;

const begins = (ask: Ask) =>
  administers(ask) &&
  isOwn(ask) &&
  !!ask.after &&
  isFirst(ask.after) &&
  newTemplateSchema.safeParse(ask.after).success;

const goesOn = (ask: Ask) =>
  administers(ask) &&
  isOwn(ask) &&
  !!ask.prior &&
  isNext(ask.prior, ask.after) &&
  templateSchema.safeParse(ask.after).success;

export const templates: readonly Act[] = [
  ...reads('administrator', administers),
  creates('administrator', record, begins, 'draft'),
  updates('administrator', ['draft', 'draft'], record, goesOn),
  updates('administrator', ['draft', 'sent'], ['author', 'state', 'rev', 'savedAt'], goesOn),
];
