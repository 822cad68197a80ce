// The finding that the authority above both sides made of trouble in co-ordination (S3 II.3.3): its source and its link.
import { monthOfMoment } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import type { Month } from '../domain/words.ts';
import type { Coordination } from '../schema/coordination.ts';
import { findingSchema } from '../schema/finding.ts';
import { findingId } from '../schema/paths.ts';
import { findingRef, sheetRef } from '../schema/refs.ts';
import { newestOpened } from './newestCycle.ts';
import type { Documents } from './ports.ts';

/**
 * Confirmed at once, which notifies the person, where the one who made it judges their month and it is clear; suspected
 * otherwise, for whoever judges it. Null where the person has no sheet to which it could belong. `onFindingWritten` follows.
 */
export async function findingFromCoordination(
  documents: Documents,
  org: string,
  trouble: Coordination,
  at: Moment,
): Promise<string | null> {
  if (trouble.finding !== null) return trouble.finding;
  const { fSubject: subject, authority, task, text, otherPerson, word, key, savedAt } = trouble;
  const sheet = await sheetAt(documents, org, subject, monthOfMoment(at));
  if (!sheet) return null;
  const { month } = sheet.data;
  const { evaluator, decider, unit, block } = sheet.data;
  const isSettled = (authority === evaluator || authority === decider) && trouble.fDegree !== 'unclear';
  const id = findingId(subject, month, `c${key}`.slice(0, 16));
  const person = otherPerson === '' ? '' : ` (${otherPerson})`;
  const data = findingSchema.parse({
    ...{ subject, unit, block, evaluator, decider, month, key: `c${key}`.slice(0, 16) },
    ...{ source: 'coordination', author: authority, codes: trouble.fCodes, article: '' },
    fact: `Phối hợp giữa ${trouble.unitName} và ${trouble.otherName}${person}, việc ${task}: ${text}`.slice(
      0,
      5000,
    ),
    ...{ degree: trouble.fDegree ?? 'unclear', due: trouble.fDue },
    state: isSettled ? 'confirmed' : 'suspected',
    ...{
      settleReason: isSettled ? word : '',
      remedy: '',
      remedyState: 'none',
      remedyAt: null,
      remedyNote: '',
    },
    ...{ rev: 1, actor: authority, actedFor: null, savedAt, notified: false },
  });
  await documents.createMissing([{ ref: findingRef(org, id), data }]);
  return id;
}

/** Of the month; while that one is blocked, of the newest that has opened. */
async function sheetAt(documents: Documents, org: string, subject: string, month: Month) {
  const sheet = await documents.get(sheetRef(org, subject, month));
  if (sheet) return sheet;
  const newest = await newestOpened(documents, org, month);
  return newest === null ? null : await documents.get(sheetRef(org, subject, newest));
}
