// Who answers an appeal: the decider's own decider, or the body that the profile names; never the person, never who decided (domain.md section 11).
import type { Organisation } from './organisation.ts';
import type { AppealBody, Profile } from './profiles/table.ts';
import { byText, rosterOf } from './roster.ts';
import { inferred, step, type TraceStep } from './trace.ts';
import type { CivilDate } from './words.ts';

/** One step up from the decider: who decides on the one below, and by which row. */
export interface Above {
  id: string;
  name: string;
  row: number;
}

/** Where the line upward ends: who stands there is decided outside the organisation, or nobody is known. */
export type LineEnd = 'outside' | 'nobody';

export interface AppealedDecision {
  /** Decided by a leading body with its chair (rows with `collective`): its own body answers, not a single person. */
  collective: boolean;
  /** The person, whoever decided or acted on a version so far, and who answered for an earlier one. */
  struck: readonly string[];
  deciderName: string;
}

export interface Answerer {
  id: string;
  /** The body in whose name it is answered, with its members; null where one person answers. */
  body: string | null;
  step: TraceStep;
}
export interface NoAnswerer {
  reason: string;
}

/** True iff the line has come to somebody who may answer, so that nobody above need be asked. */
export const isFound = (line: readonly Above[], struck: readonly string[]): boolean => {
  const last = line.at(-1);
  return last !== undefined && !struck.includes(last.id);
};

/** `line` leads upward from the decider; `members` are those of the profile's body, its chair first. */
export function answererOf(
  of: AppealedDecision,
  line: readonly Above[],
  end: LineEnd | null,
  body: AppealBody,
  members: readonly string[],
): Answerer | NoAnswerer {
  const above = line.find(({ id }) => !of.struck.includes(id));
  if (!of.collective && above !== undefined) return ofLine(of, above);
  if (!of.collective && end !== 'outside')
    return { reason: `chưa có ai có thẩm quyền quyết định xếp loại ${of.deciderName} để trả lời.` };
  const member = members.find((id) => !of.struck.includes(id));
  if (member === undefined)
    return { reason: `${body.body} không có thành viên nào khác người đã quyết định để trả lời.` };
  const rule = of.collective
    ? 'Kết quả do tập thể quyết định: kiến nghị do cơ quan được nêu trong bộ quy định trả lời'
    : 'Người quyết định do cấp ngoài tổ chức xếp loại: kiến nghị do cơ quan được nêu trong bộ quy định trả lời';
  return { id: member, body: body.body, step: step(body.clause, rule, [of.deciderName], body.body) };
}

function ofLine({ deciderName }: AppealedDecision, { id, name, row }: Above): Answerer {
  const rule = 'Kiến nghị do người có thẩm quyền quyết định xếp loại của người đã quyết định trả lời';
  return {
    id,
    body: null,
    step: step(inferred, rule, [deciderName, `Dòng ${row} của bảng thẩm quyền`], name),
  };
}

/**
 * Members of the profile's body on the day: its chair, its deputies, then who holds another post in it and is cán bộ —
 * the profile has no list of members, and staff who work there are công chức.
 */
export function bodyMembers(profile: Profile, organisation: Organisation, day: CivilDate): string[] {
  const { unitKind } = profile.appeals;
  const kind = profile.unitKinds.get(unitKind);
  const roster = rosterOf(profile, organisation, day);
  const ranked = roster.people.flatMap(({ id, category, posts }) => {
    const ranks = posts
      .filter(({ unit }) => roster.units.get(unit)?.kind === unitKind)
      .flatMap((post) => {
        if (kind?.heads.includes(post.kind)) return [0];
        if (kind?.deputies.includes(post.kind)) return [1];
        return category === 'official' ? [2] : [];
      });
    return ranks.length > 0 ? [{ id, rank: Math.min(...ranks) }] : [];
  });
  return ranked.sort((a, b) => a.rank - b.rank || byText(a.id, b.id)).map(({ id }) => id);
}

/** Nobody who decided, and never the person, acts on the appeal, as a delegate either. */
export const mayAnswer = (struck: readonly string[], me: string): boolean => !struck.includes(me);
