// Which scoring template a person's month opens with, and which one a sheet was opened with (domain.md section 4, ADR 0011).
import type { Frozen } from '../domain/authorityAgain.ts';
import { firstDay } from '../domain/civilDate.ts';
import type { Person } from '../domain/organisation.ts';
import { profileOf } from '../domain/profiles/profile.ts';
import {
  groupOf,
  isShipped,
  peopleGroups,
  templateFor,
  templateOf,
  type PeopleGroup,
  type Template,
} from '../domain/templates.ts';
import type { Month } from '../domain/words.ts';
import type { Cycle } from '../schema/cycle.ts';
import { cycleRef } from '../schema/refs.ts';
import { known, type Opening } from './opening.ts';
import type { Documents } from './ports.ts';

/** By group of people the template of the month, and of those that are the organisation's own the whole, for everybody who reads a sheet. */
export function templatesOfMonth({
  month,
  issued,
  document,
}: Pick<Opening, 'month' | 'issued' | 'document'>): Pick<Cycle, 'templateFor' | 'templates'> {
  const chosen = peopleGroups.map(
    (group) => [group, templateFor(group, firstDay(month), issued, document.template)] as const,
  );
  const own = chosen.map(([, template]) => template).filter(({ id }) => !isShipped(id));
  return {
    templateFor: Object.fromEntries(chosen.map(([group, { id }]) => [group, id])),
    templates: Object.fromEntries(own.map((template) => [template.id, template])),
  };
}

/** Head or deputy by the words of the profile, in whichever unit: who leads is judged as one who leads. */
export function groupOfPerson(
  { people, units, document, month }: Pick<Opening, 'people' | 'units' | 'document' | 'month'>,
  authority: Frozen,
): PeopleGroup {
  const person = known(people, authority.person);
  const { unitKinds } = profileOf(document.profile);
  const holds = (post: Person['posts'][number]) => {
    const kind = unitKinds.get(units.get(post.unit)?.kind ?? '');
    const day = firstDay(month);
    const isHeld = (post.from === null || post.from <= day) && (post.to === null || day <= post.to);
    return isHeld && [...(kind?.heads ?? []), ...(kind?.deputies ?? [])].includes(post.kind);
  };
  const leads = authority.isHead || person.posts.some(holds);
  return groupOf({ category: person.category, tier: authority.tier, leads });
}

/** The template that a sheet of the month is pinned to; one read where it is the organisation's own and the cycle isn't at hand. */
export async function pinnedTemplate(
  documents: Documents,
  org: string,
  { template, month }: { template: string; month: Month },
  cycle: Cycle | null = null,
): Promise<Template> {
  if (isShipped(template)) return templateOf(template, undefined);
  const of = cycle ?? (await documents.get(cycleRef(org, month)))?.data;
  return templateOf(template, of?.templates);
}
