// Deadlines of one open month are moved by the personnel office or an administrator, with a reason: all of them or none (domain.md section 7).
import { civilDateOf } from '../domain/civilDate.ts';
import { movedDeadlines, moveFaults, type Move } from '../domain/deadlineMoves.ts';
import type { DeadlineName } from '../domain/deadlines.ts';
import type { Moment } from '../domain/moment.ts';
import type { CivilDate, Month } from '../domain/words.ts';
import { deadlineRow, type ChangeProblem } from '../schema/change.ts';
import type { Cycle, OrganisationDocument } from '../schema/cycle.ts';
import { cycleRef, organisationRef } from '../schema/refs.ts';
import { logged } from './audit.ts';
import { calendarFor } from './calendarIn.ts';
import { nothingDone, wholeChange, type ChangeOutcome, type SentChange } from './changeOutcome.ts';
import { converge } from './converge.ts';
import type { Documents, Ports } from './ports.ts';

export async function moveDeadlines(
  { documents }: Pick<Ports, 'documents'>,
  org: string,
  change: SentChange,
  rows: readonly unknown[],
  at: Moment,
): Promise<ChangeOutcome> {
  const asked = rows.map((row) => deadlineRow.safeParse(row));
  const bad = asked.flatMap(({ success }, row) =>
    success ? [] : [{ row, field: null, reason: 'Không có hạn này.' }],
  );
  if (bad.length > 0) return { problems: bad, counts: nothingDone };
  const moves = asked.flatMap(({ data }) => (data ? [data] : []));
  const [month, ...others] = [...new Set(moves.map((move) => move.month))];
  if (month === undefined || others.length > 0) return refused('Mỗi lần chỉ dời hạn của một tháng.');
  const organisation = await documents.get(organisationRef(org));
  if (!organisation) return refused('Không có tổ chức này.');
  let problems: ChangeProblem[] = [wholeChange('Tháng này chưa mở.')];
  const by = { at, by: change.author, reason: change.reason };
  const written = await converge(documents, cycleRef(org, month), ({ data }) => {
    // A call that was cut off is made again, and finds the moves made.
    if (movesBy(data, by).length > 0) {
      problems = [];
      return null;
    }
    problems = problemsOf(data, moves, organisation.data, at);
    return problems.length > 0 ? null : moved(data, moves, organisation.data, by);
  });
  if (problems.length > 0 || !written) return { problems, counts: nothingDone };
  await enter(documents, org, month, written.data, by);
  return { problems: [], counts: { added: 0, changed: moves.length, unchanged: 0 } };
}

const refused = (reason: string): ChangeOutcome => ({ problems: [wholeChange(reason)], counts: nothingDone });

interface By {
  at: Moment;
  by: string;
  reason: string;
}

/** Deadlines with what this act made of each. */
const movesBy = ({ moved: all }: Pick<Cycle, 'moved'>, { at, by }: By) =>
  Object.entries(all).flatMap(([name, moves]) =>
    moves.filter((move) => move.at === at && move.by === by).map((move) => ({ name, ...move })),
  );

function problemsOf(
  cycle: Cycle,
  moves: readonly Move[],
  organisation: OrganisationDocument,
  at: Moment,
): ChangeProblem[] {
  if (cycle.state !== 'open') return [wholeChange('Tháng này không mở, không dời hạn được.')];
  const moving = {
    days: daysOf(cycle),
    ...{ kept: cycle.kept, today: civilDateOf(at), calendar: calendarFor(organisation) },
  };
  return moveFaults(moves, moving).map(({ row, text }) => ({
    ...{ row, reason: text },
    field: moves[row]?.name ?? null,
  }));
}

const daysOf = ({ days }: Cycle) => days as Record<DeadlineName, CivilDate>;

function moved(
  cycle: Cycle,
  moves: readonly Move[],
  organisation: OrganisationDocument,
  by: By,
): Partial<Cycle> {
  const before = { days: daysOf(cycle), moments: cycle.deadlines };
  const { days, moments } = movedDeadlines(before, moves, organisation.settings, calendarFor(organisation));
  const all: Cycle['moved'] = { ...cycle.moved };
  for (const { name, day } of moves)
    if (before.days[name] !== day)
      all[name] = [
        ...(all[name] ?? []),
        { from: before.days[name], was: cycle.deadlines[name], to: day, ...by },
      ];
  return { days, deadlines: moments, moved: all };
}

/** The cycle has no log of its own: the organisation's says what was moved, from what, by whom and why. */
async function enter(documents: Documents, org: string, month: Month, cycle: Cycle, by: By): Promise<void> {
  const ref = organisationRef(org);
  await converge(documents, ref, ({ data }) => {
    const wanted = movesBy(cycle, by).map(({ name, from, to }) => ({
      what: `deadline ${month} ${name}`,
      before: from,
      after: to,
    }));
    const missing = wanted.filter(
      ({ what }) => !data.log.some((entry) => entry.what === what && entry.at === by.at),
    );
    const act = { at: by.at, who: by.by, forWhom: null, reason: by.reason };
    return { log: missing.reduce((log, entry) => logged(ref.path, log, { ...act, ...entry }), data.log) };
  });
}
