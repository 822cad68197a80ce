// What pages about appeals read: one's own with the versions around it, and those that wait for an answer.
import { hn1841, type Template } from '../../../../functions/src/domain/templates.ts';
import type { Month } from '../../../../functions/src/domain/words.ts';
import type { StoredAppeal } from '../../../../functions/src/schema/appeal.ts';
import { appealId, personMonthId } from '../../../../functions/src/schema/paths.ts';
import type { Result } from '../../../../functions/src/schema/result.ts';
import type { Sheet } from '../../../../functions/src/schema/sheet.ts';
import { listDocuments, readDocument, troubleOf, type Row } from '../../data/firestore.ts';
import { readVersion } from '../../data/resultVersions.ts';
import { readTemplate } from '../../data/readTemplate.ts';
import type { Me } from '../../session.ts';

export const readAppeal = (me: Me, person: string, month: Month, version: number) =>
  readDocument<StoredAppeal>(me.org, 'appeals', appealId(person, month, version));

export interface MyAppeals {
  /** Against the version that holds. */
  appeal: StoredAppeal | null;
  /** The one that the version came from, with the version before. */
  earlier: StoredAppeal | null;
  before: Result | null;
}

export async function readMine(me: Me, result: Result): Promise<MyAppeals> {
  const { person, month, version } = result;
  const [appeal, earlier, before] = await Promise.all([
    readAppeal(me, person, month, version),
    version > 1 ? readAppeal(me, person, month, version - 1) : null,
    readVersion(me, result, version - 1),
  ]);
  return { appeal, earlier, before };
}

/** Nothing where the rules refuse the whole list: not everybody answers, decides or stands above. */
async function listOf(me: Me, field: 'answerer' | 'decider' | 'above'): Promise<Row<StoredAppeal>[]> {
  const lists = {
    answerer: () => listDocuments<StoredAppeal>(me.org, 'appeals', { answerer: me.pid }),
    decider: () => listDocuments<StoredAppeal>(me.org, 'appeals', { decider: me.pid }),
    above: () => listDocuments<StoredAppeal>(me.org, 'appeals', { above: me.pid, overdue: true }),
  };
  return lists[field]().catch((error: unknown) => {
    if (troubleOf(error) === 'refused') return [];
    throw error;
  });
}

export interface AppealLists {
  waiting: Row<StoredAppeal>[];
  answered: Row<StoredAppeal>[];
  /** Past their date, of answerers on whom I decide. */
  overdue: Row<StoredAppeal>[];
  /** About what I decided: others answer them. */
  mine: Row<StoredAppeal>[];
}

const byDue = (a: Row<StoredAppeal>, b: Row<StoredAppeal>) =>
  (a.data.due ?? '') < (b.data.due ?? '') ? -1 : 1;

export async function readAppeals(me: Me): Promise<AppealLists> {
  const [asAnswerer, asDecider, asAbove] = await Promise.all([
    listOf(me, 'answerer'),
    listOf(me, 'decider'),
    listOf(me, 'above'),
  ]);
  const isFiled = ({ data }: Row<StoredAppeal>) => data.state === 'filed';
  return {
    waiting: asAnswerer.filter(isFiled).sort(byDue),
    answered: asAnswerer.filter((row) => !isFiled(row)).sort(byDue),
    overdue: asAbove.filter(isFiled).sort(byDue),
    mine: asDecider.sort(byDue),
  };
}

export interface AppealCase {
  /** The version that is appealed. */
  result: Result | null;
  /** The version that came of it. */
  after: Result | null;
  sheet: Sheet | null;
  /** Of the month. */
  template: Template;
}

export async function readCase(me: Me, appeal: StoredAppeal): Promise<AppealCase> {
  const { person, month, version } = appeal;
  const id = personMonthId(person, month);
  const [current, sheet] = await Promise.all([
    readDocument<Result>(me.org, 'results', id),
    readDocument<Sheet>(me.org, 'sheets', id),
  ]);
  const of = async (n: number) =>
    current?.version === n ? current : n > (current?.version ?? 0) ? null : readVersion(me, appeal, n);
  const pinned = sheet ?? current;
  return {
    ...{ result: await of(version), after: await of(version + 1), sheet },
    template: pinned ? await readTemplate(me.org, pinned) : hn1841,
  };
}
