// Whether a delegation holds on a day, when it begins and ends, and how an act under it is signed (domain.md section 6).
import { addDays, atTime } from './civilDate.ts';
import type { Moment } from './moment.ts';
import type { CivilDate } from './words.ts';

export interface DelegatedDays {
  fromDay: CivilDate;
  toDay: CivilDate;
}

/** As far as the organisation knows somebody who gives or takes a delegation. */
export interface Party {
  name: string;
  joined: CivilDate | null;
  left: CivilDate | null;
}

/** From 00:00 of the first day to 00:00 of the day after the last, or after the last day of whoever of the two leaves first. */
export function spanOf(
  { fromDay, toDay }: DelegatedDays,
  parties: readonly Pick<Party, 'left'>[],
): { begin: Moment; end: Moment } {
  const last = [toDay, ...parties.flatMap(({ left }) => left ?? [])].sort()[0] ?? toDay;
  return { begin: atTime(fromDay, '00:00'), end: atTime(addDays(last, 1), '00:00') };
}

const isGone = ({ left }: Party, day: CivilDate) => left !== null && left < day;

/** Why a delegation given on `day` can't hold, in Vietnamese; empty where nothing is wrong. */
export function refusalOf(
  { toDay }: DelegatedDays,
  giver: Party | null,
  delegate: Party | null,
  day: CivilDate,
): string {
  if (giver === null || isGone(giver, day)) return 'Người giao không còn trong tổ chức.';
  if (delegate === null) return 'Tổ chức không có người được uỷ quyền này.';
  if (isGone(delegate, day)) return `${delegate.name} không còn trong tổ chức.`;
  if (toDay < day) return 'Ngày cuối của uỷ quyền đã qua.';
  return '';
}

/** How an act is signed wherever it is shown: "B thay mặt A". */
export const onBehalf = (actor: string, giver: string | null): string =>
  giver === null ? actor : `${actor} thay mặt ${giver}`;
