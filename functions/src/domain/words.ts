// The vocabulary of the field as closed unions (glossary: domain.md section 1); official Vietnamese labels stand in labels.ts.

export const ratings = ['A', 'B', 'C', 'D'] as const;
/** Xếp loại of a month: A xuất sắc, B tốt, C hoàn thành, D không hoàn thành nhiệm vụ (S3 footnote 6). */
export type Rating = (typeof ratings)[number];

export const levels = ['good', 'fair', 'poor'] as const;
/** Mức độ nhận diện: Tốt, Trung bình, Kém (S3 II.4). */
export type Level = (typeof levels)[number];

export const degrees = ['unclear', 'rare', 'regular'] as const;
/** Degree of a manifestation: chưa rõ, không thường xuyên, thường xuyên (S3 footnote 4). */
export type Degree = (typeof degrees)[number];

export const findingStates = ['suspected', 'confirmed', 'remedied', 'dismissed'] as const;
/** Life of a finding (domain.md section 2); "open" is a confirmed one seen at the close of a month. */
export type FindingState = (typeof findingStates)[number];

export const remedyStates = ['none', 'underway', 'reported', 'accepted', 'returned'] as const;
/** What the person has done about a finding, and what the evaluator made of it. */
export type RemedyState = (typeof remedyStates)[number];

export const verdicts = ['dismissed', 'unclear', 'open', 'underway', 'remedied'] as const;
/**
 * What an evaluator says of a suspected finding: dismissed; still chưa rõ; confirmed and open;
 * confirmed, begun and within an accepted date; confirmed with its remedy accepted.
 */
export type Verdict = (typeof verdicts)[number];

export const findingSources = [
  'self',
  'evaluator',
  'decider',
  'inspection',
  'supervision',
  'figures',
  'coordination',
  'citizens',
  'press',
  'rule',
] as const;
export type FindingSource = (typeof findingSources)[number];

export const categories = ['official', 'civil-servant', 'public-employee', 'contract', 'part-time'] as const;
/** Cán bộ, công chức, viên chức, lao động hợp đồng, người hoạt động không chuyên trách. */
export type Category = (typeof categories)[number];

export const blocks = ['party', 'government'] as const;
/** Khối Đảng, đoàn thể or khối chính quyền: the line of authority a unit stands in. */
export type Block = (typeof blocks)[number];

export const tiers = ['staff', 'leader'] as const;
/** Staff: rows 4, 5, 9–13. Leader: rows 1–3, 6–8, decided together after the final run (domain.md section 7). */
export type Tier = (typeof tiers)[number];

export const stages = [
  'planned',
  'open',
  'submitted',
  'evaluated',
  'decided',
  'unrated',
  'published',
  'locked',
] as const;
/** State of a person-month (domain.md section 7). */
export type Stage = (typeof stages)[number];

export const excuses = ['illness', 'leave', 'maternity', 'force-majeure'] as const;
/** Objective cause, as a code only: no health details are kept (domain.md sections 5 and 11). */
export type Excuse = (typeof excuses)[number];

export const taskStates = ['done', 'late', 'undone'] as const;
export type TaskState = (typeof taskStates)[number];

export const rowSections = ['I', 'II.1', 'II.2', 'III', 'IV'] as const;
/** Sections of Phiếu 01; IV is the authority's own (S3, Phiếu số 01). */
export type RowSection = (typeof rowSections)[number];

/** Calendar month `yyyy-mm`. */
export type Month = string & { readonly __month?: never };

/** Calendar day `yyyy-mm-dd` in Asia/Ho_Chi_Minh. */
export type CivilDate = string & { readonly __civilDate?: never };
