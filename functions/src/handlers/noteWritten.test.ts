// A note through the handler: its author is named once, whoever reads it and however often the event comes.
import { expect, it } from 'vitest';
import { aNote } from '../../../test/fixtures/documents.ts';
import { seeded } from '../../../test/fixtures/seededPorts.ts';
import { sampleOrg as org } from '../../../local/sample/organisation.ts';
import { noteId } from '../schema/paths.ts';
import { refOf } from '../schema/refs.ts';
import { noteWritten } from './noteWritten.ts';

const written = (author: string) => {
  const ports = seeded();
  const note = aNote({ author, subject: 'qldt-truong' });
  const ref = refOf(org, 'notes', noteId(note.subject, note.month, author));
  ports.put(ref, note);
  return { ports, ref, id: noteId(note.subject, note.month, author) };
};

it('names the author, and the same event again writes nothing', async () => {
  const { ports, ref, id } = written('nv-truong');
  expect(ports.read(ref).authorName).toBe('');
  await noteWritten(ports, org, id);
  const { name } = ports.read(refOf(org, 'people', 'nv-truong'));
  expect(ports.read(ref).authorName).toBe(name);
  const { writes } = ports;
  await noteWritten(ports, org, id);
  expect(ports.writes).toBe(writes);
});

it('leaves what was said, and its revision, to the author', async () => {
  const { ports, ref, id } = written('nv-truong');
  const { authorName: _, ...before } = ports.read(ref);
  await noteWritten(ports, org, id);
  expect(ports.read(ref)).toMatchObject(before);
});

it('passes by a note whose author is no longer in the list, and one that is not there', async () => {
  const { ports, ref, id } = written('khong-con');
  await noteWritten(ports, org, id);
  await noteWritten(ports, org, 'khong-co_2026-04_nv-truong');
  expect(ports.read(ref).authorName).toBe('');
  expect(ports.writes).toBe(0);
});
