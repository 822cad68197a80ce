// Scoring templates as versioned, effective-dated data; a sheet is pinned to the version it was opened with (domain.md section 4, ADR 0011).
import { shippedTemplates } from './templatesShipped.ts';
import type { Category, CivilDate, Tier } from './words.ts';

/** Lowest score of each rating but D, inclusive. */
export interface Bands {
  A: number;
  B: number;
  C: number;
}

export const scoreFields = ['score1', 'score21', 'score22'] as const;
/** Where points stand on a sheet: the three always sum up to the score, whatever the template. */
export type ScoreField = (typeof scoreFields)[number];

/** A part of a group that is scored by itself; its points stand in `points` under its code. */
export interface Criterion {
  code: string;
  name: string;
  max: number;
  /** The only values there are, where not every step counts: d, đ, e of a leader's KPI. */
  choices?: readonly number[];
}

export interface ScoreGroup {
  /** As numbered on the sheet. */
  code: string;
  name: string;
  max: number;
  /** Points given by hand go in steps of this. */
  step: number;
  field: ScoreField;
  /** Empty where the group is scored as a whole; of the group KPI, its components in per cent. */
  criteria: readonly Criterion[];
}

export const templateKinds = ['points', 'kpi'] as const;
/** `points`: three groups of points (HN-1841); `kpi`: common criteria and 70 × KPI (Nghị định 335/2025/NĐ-CP). */
export type TemplateKind = (typeof templateKinds)[number];

export const peopleGroups = ['leaders', 'staff', 'contract'] as const;
/** Lãnh đạo, quản lý; cán bộ, công chức, viên chức khác; lao động hợp đồng. */
export type PeopleGroup = (typeof peopleGroups)[number];

export interface Template {
  /** Name and version, "HN-1841@1"; those of an organisation are written small, "mau-rieng@2". */
  id: string;
  kind: TemplateKind;
  name: string;
  /** Document it comes from, as cited in a trace. */
  clause: string;
  people: readonly PeopleGroup[];
  effectiveFrom: CivilDate;
  /** Last day; null while in force, or until a later one for the same people begins. */
  effectiveUntil: CivilDate | null;
  groups: readonly ScoreGroup[];
  bands: Bands;
  /** What the reader must know about where the figures come from. */
  note: string;
}

/** An organisation's own templates by id, as the cycle of a month carries them. */
export type OwnTemplates = Readonly<Record<string, Template>>;

export { bands, hn1841, nd335, nd335Leaders, shippedTemplates } from './templatesShipped.ts';

/** Throws RangeError on an id that no version carries, since a sheet pinned to it could not be scored. */
export function templateOf(id: string, own: OwnTemplates | undefined): Template {
  const found = shippedTemplates.find((template) => template.id === id) ?? own?.[id];
  if (found === undefined) throw new RangeError(`no scoring template ${id}`);
  return found;
}

export const isShipped = (id: string): boolean => shippedTemplates.some((template) => template.id === id);

/** True iff the template may be chosen for a month that starts on `day`. */
export function isInForce(
  template: Pick<Template, 'effectiveFrom' | 'effectiveUntil'>,
  day: CivilDate,
): boolean {
  return (
    template.effectiveFrom <= day && (template.effectiveUntil === null || day <= template.effectiveUntil)
  );
}

export interface Rank {
  category: Category;
  tier: Tier;
  /** Heads a unit, or holds a post that its unit's kind calls a head's or a deputy's. */
  leads: boolean;
}

export function groupOf({ category, tier, leads }: Rank): PeopleGroup {
  if (leads || tier === 'leader') return 'leaders';
  return category === 'contract' ? 'contract' : 'staff';
}

/**
 * The template of a month that starts on `day`: of what the organisation issued for these people the one that began last;
 * otherwise `standard`, the organisation's setting, or what is shipped of its kind for these people.
 */
export function templateFor(
  group: PeopleGroup,
  day: CivilDate,
  issued: readonly Template[],
  standard: string,
): Template {
  const own = issued
    .filter((one) => one.people.includes(group) && isInForce(one, day))
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
    .at(-1);
  if (own) return own;
  const set = templateOf(standard, undefined);
  return (
    [set, ...shippedTemplates.filter(({ kind }) => kind === set.kind)].find(({ people }) =>
      people.includes(group),
    ) ?? set
  );
}
