// Two people in the seat that heads a unit: the resolver would give authority to neither, so the change is refused.
import { problem, type ChangeRow, type PersonValue, type RowProblem } from './changeRows.ts';
import type { Surroundings } from './changePeople.ts';
import { overlaps, spanOf, within, type DaySpan } from './daySpan.ts';
import type { Person } from './organisation.ts';
import { stayOf } from './postProblems.ts';

interface Holder {
  person: Person;
  post: number;
  unit: string;
  acting: boolean;
  span: DaySpan;
}

/** Somebody acting beside the holder is in order: they act because the holder doesn't. */
export function seatProblems(
  rows: readonly ChangeRow<PersonValue>[],
  known: readonly RowProblem[],
  around: Surroundings,
): RowProblem[] {
  const broken = new Set(known.map(({ row }) => row));
  const byUnit = new Map<string, Holder[]>();
  for (const person of around.people.values()) {
    for (const holder of headPostsOf(person, around))
      byUnit.set(holder.unit, [...(byUnit.get(holder.unit) ?? []), holder]);
  }
  return rows.flatMap((row) => {
    const person = around.people.get(row.id);
    // Days or posts that are wrong in themselves are said first.
    if (!person || broken.has(row.row)) return [];
    return headPostsOf(person, around).flatMap((own) => {
      const rival = (byUnit.get(own.unit) ?? []).find(
        (other) =>
          other.person.id !== own.person.id && other.acting === own.acting && overlaps(other.span, own.span),
      );
      if (!rival) return [];
      const [seat, unit] = [
        own.acting ? 'phụ trách' : 'đứng đầu',
        around.units.get(own.unit)?.name ?? own.unit,
      ];
      const reason = `${unit} đã có người ${seat} trong thời gian này: ${rival.person.name} (${rival.person.id}).`;
      return [problem(row, `posts.${own.post}.kind`, reason)];
    });
  });
}

function headPostsOf(person: Person, { units, fit }: Surroundings): Holder[] {
  return person.posts.flatMap((post, i) => {
    const unit = units.get(post.unit);
    const span = within(spanOf(post.from, post.to), stayOf(person));
    if (!unit || !span || !fit.heads(unit.kind).includes(post.kind)) return [];
    return [{ person, post: i, unit: unit.id, acting: post.acting, span }];
  });
}
