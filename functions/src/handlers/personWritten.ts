// Follows a person: their account, what an absence excuses, and everything open once they have left.
import { addDays, civilDateOf, formatDate, startOfDay } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import type { PersonDocument } from '../schema/person.ts';
import { uidOf } from '../schema/paths.ts';
import { refOf } from '../schema/refs.ts';
import { followAbsences } from './followAbsences.ts';
import { openMonths, takeOut, type Leaver } from './leaving.ts';
import type { Accounts, Ports } from './ports.ts';

export async function personWritten(
  ports: Ports & { accounts: Accounts },
  org: string,
  id: string,
): Promise<void> {
  const person = await ports.documents.get(refOf(org, 'people', id));
  const now = await ports.clock.now();
  if (!person) {
    // Nobody but an operator removes a person, by hand: there is no act whose moment could be taken.
    await ports.accounts.close(uidOf(org, id));
    return await takeOut(ports, org, removed(id, now));
  }
  const { name, email } = person.data;
  const leaver = leaverOf(person.data, now);
  await ports.accounts.converge({
    uid: uidOf(org, id),
    email,
    name,
    disabled: leaver !== null,
    claims: { org, pid: id },
  });
  if (leaver !== null) return await takeOut(ports, org, leaver);
  await followAbsences(ports, org, person.data, await openMonths(ports.documents, org));
}

/** Null while they are there; who leaves later is taken out on the day (everyDay). */
function leaverOf({ id, name, left, log }: PersonDocument, now: Moment): Leaver | null {
  if (left === null || left >= civilDateOf(now)) return null;
  const day = addDays(left, 1);
  const told = log.findLast(({ what, after }) => what === 'change' && after?.includes('"left"'))?.at ?? null;
  const began = startOfDay(day);
  return {
    id,
    at: told !== null && told > began ? told : began,
    day,
    reason: `${name} không còn trong tổ chức từ ngày ${formatDate(day)}.`,
  };
}

const removed = (id: string, now: Moment): Leaver => ({
  id,
  at: now,
  day: civilDateOf(now),
  reason: `Mã ${id} đã bị xoá khỏi danh sách.`,
});
