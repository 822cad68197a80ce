// Rules of scoring templates: an administrator's, while they are drafts; issued by a function and never touched again.
import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { serverTimestamp, Timestamp } from 'firebase/firestore/lite';
import { describe, test } from 'vitest';
import type { NewTemplate, TemplateDocument } from '../../functions/src/schema/template.ts';
import { cast, type Role } from '../fixtures/documents.ts';
import {
  aTemplate,
  invalidTemplates,
  newTemplate,
  theTemplate,
  validTemplates,
} from '../fixtures/templates.ts';
import {
  list,
  only,
  pair,
  permitted,
  refusals,
  stored,
  useWorld,
  type Attempt,
  type Fields,
} from './world.ts';

useWorld('templates');
const now = () => ({ savedAt: serverTimestamp() });
const forged = { savedAt: Timestamp.fromMillis(Date.UTC(2026, 3, 10)) };

const ask = (over: Partial<TemplateDocument> = {}): Attempt => ({
  ...{ as: 'administrator', on: 'templates', id: theTemplate, by: 'get', write: {}, without: [] },
  given: { ...aTemplate(over) },
});
const create = (over: Partial<NewTemplate> = {}): Attempt => ({
  ...ask(),
  given: null,
  by: 'create',
  write: { ...stored(newTemplate(over)), ...now() },
});
const rewrite = (write: Fields = {}): Attempt => ({
  ...ask({ author: cast.clerk }),
  by: 'update',
  write: { title: 'Mẫu sửa lại', author: cast.administrator, rev: 2, ...now(), ...write },
});
const send = (): Attempt => ({
  ...rewrite(),
  write: { state: 'sent', author: cast.administrator, rev: 2, ...now() },
});

describe('reading', () => {
  only(['administrator'], 'open a template', ask);
  test('query: an administrator lists them, nobody else does', async () => {
    for (const role of Object.keys(cast) as Role[])
      await (role === 'administrator' ? assertSucceeds : assertFails)(list(role, 'templates', []));
  });
});

describe('beginning one', () => {
  only(['administrator'], 'begin a template', create);
  pair("in another's name", create, { write: { author: cast.clerk } });
  pair('under another id', create, { id: 'mau-khac@1' });
  pair('under another version', create, { id: 'mau-rieng@2' });
  pair('issued by its author', create, { write: { state: 'issued' } });
  pair('sent at once', create, { write: { state: 'sent' } });
  pair('with an issue of its own', create, { write: { issuedBy: 'Trần Văn Hùng' } });
  pair('a forged time', create, { write: forged });
  pair('a revision ahead', create, { write: { rev: 2 } });
  refusals(
    create,
    invalidTemplates.map(({ what, change, without = [] }) => ({ what, but: { write: change, without } })),
  );
  for (const { what, change } of validTemplates) permitted(what, create, { write: change });
});

describe('rewriting a draft', () => {
  only(['administrator'], 'rewrite it', rewrite);
  for (const state of ['sent', 'issued'] as const) pair(`what is ${state}`, rewrite, { given: { state } });
  pair("in another's name", rewrite, { write: { author: cast.clerk } });
  pair('another name', rewrite, { write: { name: 'mau-khac' } });
  pair('another version', rewrite, { write: { version: 2 } });
  pair('a fault taken away', rewrite, { write: { faults: {} } });
  pair('calling it issued', rewrite, { write: { state: 'issued' } });
  pair('a revision that stands still', rewrite, { write: { rev: 1 } });
  pair('a forged time', rewrite, { write: forged });
  refusals(
    rewrite,
    invalidTemplates
      .filter(({ change }) => !('name' in change || 'version' in change))
      .map(({ what, change, without = [] }) => ({ what, but: { write: change, without } })),
  );
});

describe('sending it to be issued', () => {
  only(['administrator'], 'send it', send);
  for (const state of ['sent', 'issued'] as const) pair(`what is ${state}`, send, { given: { state } });
  pair("in another's name", send, { write: { author: cast.clerk } });
  pair('with another maximum in the act', send, { write: { max1: 40 } });
  pair('a revision that stands still', send, { write: { rev: 1 } });
  pair('a forged time', send, { write: forged });
  pair('taking it away', send, { by: 'delete' });
});
