// What was filed of a plan, oldest first (S3 3.1): "none was filed" is said only by who may read that there is none.
import type { Moment } from '../../../functions/src/domain/moment.ts';
import { listAt, troubleOf, type Row, type Trouble } from './firestore.ts';

interface Ports {
  list: <V>(path: string) => Promise<Row<V>[]>;
  troubleOf: (error: unknown) => Trouble;
}

const server: Ports = { list: listAt, troubleOf };

/** Null where they may not be read: of months before who asks headed the unit, say. `path` is one of schema/paths.ts. */
export async function readVersions<V extends { filedAt: Moment }>(
  path: string,
  { list, troubleOf: trouble }: Ports = server,
): Promise<Row<V>[] | null> {
  try {
    return (await list<V>(path)).sort((a, b) => (a.data.filedAt < b.data.filedAt ? -1 : 1));
  } catch (error) {
    if (trouble(error) === 'refused') return null;
    throw error;
  }
}
