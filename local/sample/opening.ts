// What has happened by the morning of 22/4 when somebody opens `npm start`: plans, a few filings and evaluations, the rest left to the visitor.
import type { AprilScript } from './april.ts';
import type { Act, Scene } from './april/acts.ts';

/** Where the visitor begins. */
export const openedUntil = '2026-04-22T09:00';

export function openingScenes({ authorities, book }: AprilScript): Scene[] {
  const { yearPlan } = book;
  const { livelyUnits, planners, headsOfUnits, filed, recorded, evaluated } = book.opening;
  const planned = [...authorities.values()]
    .filter(({ person, unit }) => livelyUnits.has(unit) || planners.includes(person))
    .filter(({ person }) => !book.silent.has(person) && !book.away.has(person))
    .map(({ person }): Act => ({ do: 'plan', who: person }));
  const unitPlans = headsOfUnits.map(([who, unit]): Act => ({ do: 'unitPlan', who, unit }));
  return [
    {
      at: '2026-04-02T14:00',
      title: 'Kế hoạch tháng',
      acts: [...planned, ...unitPlans, { do: 'yearPlan', ...yearPlan }],
    },
    { at: '2026-04-08T10:00', title: 'Ủy ban Kiểm tra ghi nhận dấu hiệu', acts: [...recorded] },
    {
      at: '2026-04-21T16:00',
      title: 'Nộp phiếu',
      acts: [...filed.map((who): Act => ({ do: 'submit', who })), { do: 'yearPlanAgain', ...yearPlan }],
    },
    { at: '2026-04-22T08:30', title: 'Đánh giá', acts: [...evaluated] },
  ];
}
