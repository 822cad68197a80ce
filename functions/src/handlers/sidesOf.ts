// Who heads the two units of trouble in co-ordination in a month, who decides them, and who is above both.
import { civilDateOf } from '../domain/civilDate.ts';
import { authorityAboveBoth } from '../domain/coordination.ts';
import type { Moment } from '../domain/moment.ts';
import { vacant, vacantName } from '../domain/vacant.ts';
import type { Month } from '../domain/words.ts';
import type { Coordination } from '../schema/coordination.ts';
import { unitSheetRef } from '../schema/refs.ts';
import { lineFrom } from './findAnswerer.ts';
import { onceLoaded } from './organisationAt.ts';
import type { Documents } from './ports.ts';
import { nameOf } from './standingOf.ts';

/** Null where the month has no sheet of one of the units: then nothing is known that wasn't before. */
export async function sidesOf(
  documents: Documents,
  org: string,
  { unit, other }: Pick<Coordination, 'unit' | 'other'>,
  month: Month,
  at: Moment,
): Promise<Partial<Coordination> | null> {
  const [here, there] = await Promise.all([
    documents.get(unitSheetRef(org, unit, month)),
    documents.get(unitSheetRef(org, other, month)),
  ]);
  if (!here || !there) return null;
  const heads: [string, string] = [here.data.head, there.data.head];
  const day = civilDateOf(at);
  const loaded = onceLoaded(documents, org);
  const { line } = await lineFrom(documents, org, heads[0], { month, day }, loaded);
  const { line: across } = await lineFrom(documents, org, heads[1], { month, day }, loaded);
  const above = authorityAboveBoth(heads, line, across);
  return {
    ...{ unitName: here.data.unitName, block: here.data.block, head: heads[0] },
    ...{ otherName: there.data.unitName, otherBlock: there.data.block, otherHead: heads[1] },
    ...{ headDecider: here.data.headDecider, otherDecider: there.data.headDecider },
    headName: await nameOf(documents, org, heads[0]),
    otherHeadName: await nameOf(documents, org, heads[1]),
    ...(above
      ? { authority: above.id, authorityName: above.name, gap: '' }
      : {
          ...{ authority: vacant, authorityName: vacantName },
          gap: `chưa có ai có thẩm quyền đối với cả ${here.data.unitName} và ${there.data.unitName}.`,
        }),
  };
}
