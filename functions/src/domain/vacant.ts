// Ids that stand where nobody of the organisation does: no account ever has them, so they open no right.

/** Where nobody follows someone who left. */
export const vacant = 'vacant';
export const vacantName = 'Chưa có người';
/** Evaluates and decides who is decided outside the organisation (domain.md section 6). */
export const outside = 'outside';
export const outsideName = 'Cấp có thẩm quyền ở ngoài tổ chức';

/** Whoever signs what a rule does: logs, and the findings that no person recorded. */
export const system = 'system';
export const systemName = 'Hệ thống';

const names: ReadonlyMap<string, string> = new Map([
  [vacant, vacantName],
  [outside, outsideName],
  [system, systemName],
]);
export const isNobody = (id: string): boolean => names.has(id);
export const nameIn = (people: ReadonlyMap<string, { name: string }>, id: string): string | null =>
  names.get(id) ?? people.get(id)?.name ?? null;
