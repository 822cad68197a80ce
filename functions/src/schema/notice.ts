// orgs/{org}/notices/{person}_{key}: one thing that somebody is told, once; they alone read it (ADR 0018).
import * as z from 'zod/mini';
import { noticeKinds } from '../domain/notices.ts';
import { moment, personId } from './fields.ts';

/** That it was read is all that the person says of it. */
export const noticeClientFields = { read: z.boolean() };

export const noticeSchema = z.strictObject({
  person: personId,
  kind: z.enum(noticeKinds),
  /** In the words of the page and of a mail. */
  title: z.string(),
  body: z.string(),
  /** Where it is done: the address inside the web client, "#/thang/2026-05"; empty where it isn't done there. */
  link: z.string(),
  at: moment,
  ...noticeClientFields,
});
export type Notice = z.infer<typeof noticeSchema>;
