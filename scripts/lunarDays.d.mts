import type { CivilDate } from '../functions/src/domain/words.ts';

export function lunarDaysOf(year: number): [newYear: CivilDate, kings: CivilDate];
