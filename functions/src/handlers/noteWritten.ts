// Names the author on a note: who decides reads it without access to the list of people.
import { refOf } from '../schema/refs.ts';
import { converge } from './converge.ts';
import type { Ports } from './ports.ts';

export async function noteWritten(
  { documents }: Pick<Ports, 'documents'>,
  org: string,
  id: string,
): Promise<void> {
  await converge(documents, refOf(org, 'notes', id), async ({ data }) => {
    const author = await documents.get(refOf(org, 'people', data.author));
    return author ? { authorName: author.data.name } : null;
  });
}
