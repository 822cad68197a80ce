// What I recorded of other people: what I found at myself is by the same author, and stands on my own sheet.
import type { Finding } from '../../../../functions/src/schema/finding.ts';
import type { Row } from '../../data/firestore.ts';

export const ofOthers = (recorded: readonly Row<Finding>[], me: string): Row<Finding>[] =>
  recorded.filter(({ data }) => data.subject !== me);
