// Who may do what to an evidence file: its author announces and sends it, functions say who reads it (ADR 0014).
import { fileClientFields, fileSchema, newFileSchema } from '../../../functions/src/schema/file.ts';
import { creates, reads, updates, type Act, type Ask } from '../access.ts';
import { isFirst } from '../relations.ts';
import { isNow } from '../request.ts';

const isAnnounced = ({ me, id, after }: Ask): boolean =>
  after?.['author'] === me &&
  newFileSchema.safeParse(after).success &&
  isFirst(after) &&
  id === `${me}_${String(after['key'])}`;

const isSent = ({ me, prior, after }: Ask): boolean =>
  prior?.['author'] === me &&
  after?.['rev'] === Number(prior['rev']) + 1 &&
  isNow(after['sentAt']) &&
  fileSchema.safeParse(after).success;

export const files: readonly Act[] = [
  ...reads('author', ({ known, me }) => known.is('author', me)),
  ...reads('reader', ({ known, me }) => known.contains('readers', me)),
  creates('author', Object.keys(fileClientFields), isAnnounced, 'announced'),
  updates('author', ['expected', 'sent'], ['sentAt', 'state', 'rev'], isSent),
];
