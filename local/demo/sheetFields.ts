// Turns a person's script into the client fields of the sheet, part by part as a user fills them in.
import type { SheetDraft, Sheet } from '../../functions/src/schema/sheet.ts';
import type { PersonScript, RowScript, TaskScript } from '../sample/april/scripts.ts';

type Fields = Partial<SheetDraft>;

const keyed = <T, V>(prefix: string, list: readonly T[], value: (item: T) => V | null): Record<string, V> =>
  Object.fromEntries(
    list.flatMap((item, i) => {
      const v = value(item);
      return v === null || v === '' ? [] : [[`${prefix}${i + 1}`, v] as const];
    }),
  );

const tasksOf = (tasks: readonly TaskScript[]): Fields => ({
  tasks: keyed('t', tasks, (t) => t.text),
  taskDue: keyed('t', tasks, (t) => t.due),
  taskKind: keyed('t', tasks, (t) => t.kind),
});

/** The plan of the month, by the 5th in the first cycle. */
export function planFields({ tasks }: PersonScript): Fields {
  return tasksOf(tasks.filter((task) => task.kind === 'planned'));
}

/** In the middle of the month: what came unplanned, and what is done so far. */
export function draftFields({ tasks, conduct, strengths }: PersonScript): Fields {
  const soFar = (task: TaskScript) => task.due <= '2026-04-15' && task.state === 'done';
  return {
    ...tasksOf(tasks),
    taskState: keyed('t', tasks, (t) => (soFar(t) ? t.state : null)),
    taskResult: keyed('t', tasks, (t) => (soFar(t) ? t.result : null)),
    conduct,
    strengths,
  };
}

function rowsOf(rows: readonly RowScript[]): Fields {
  return {
    rowSection: keyed('r', rows, (r) => r.section),
    rowResult: keyed('r', rows, (r) => r.result),
    rowCause: keyed('r', rows, (r) => r.cause),
    rowRemedy: keyed('r', rows, (r) => r.remedy),
    rowDelay: keyed('r', rows, (r) => r.delay ?? null),
    // An empty list of codes says "không có biểu hiện"; none at all would be no answer.
    rowCodes: Object.fromEntries(rows.map(({ codes }, i) => [`r${i + 1}`, codes])),
    rowDegree: keyed('r', rows, (r) => r.degree ?? null),
    rowDue: keyed('r', rows, (r) => r.due ?? (r.remedyState === 'remedied' ? null : '2026-05-08')),
    rowRemedyState: keyed('r', rows, (r) => r.remedyState ?? null),
    rowFinding: keyed('r', rows, (r) => r.answers ?? null),
    nothing: rows.length === 0,
  };
}

/** All three parts: report, Phiếu 01, plan of the next month; a head answers to each fact besides (S3 6.4a). */
export function filingFields(script: PersonScript, sheet: Sheet): Fields {
  const { tasks, next } = script;
  const [score1, score21, score22] = script.self;
  return {
    ...tasksOf(tasks),
    taskState: keyed('t', tasks, (t) => t.state),
    taskResult: keyed('t', tasks, (t) => again(sheet, t.result)),
    taskWhy: keyed('t', tasks, (t) => t.why),
    conduct: script.conduct,
    strengths: script.strengths,
    weaknesses: script.weaknesses,
    causes: script.causes,
    undone: tasks.filter((t) => t.state === 'undone').length,
    joint: script.joint,
    procedures: script.procedures,
    share: script.share,
    initiative: script.initiative,
    ...{ score1, score21, score22 },
    ...rowsOf(script.rows),
    nextTasks: keyed('t', next, (t) => t.text),
    nextDue: keyed('t', next, (t) => t.due),
    nextRemedies: script.nextRemedies,
    headDuty: sheet.isHead ? script.headDuty : '',
    headWords: Object.fromEntries(
      Object.keys(sheet.headFacts).map((key) => [
        key,
        'Đã nhận trách nhiệm, đôn đốc hằng tuần; yêu cầu xong trong tháng 5.',
      ]),
    ),
  };
}

/** After a return the person writes what was asked for. */
function again(sheet: Sheet, result: string): string {
  return sheet.returns > 0 && result !== ''
    ? `${result} Số liệu đã đối chiếu, bổ sung theo yêu cầu.`
    : result;
}
