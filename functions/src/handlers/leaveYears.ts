// The rating of a year goes on from a decider who has left to whoever decides on the person now; where nobody does, December names the gap of one that waits.
import { resolveAuthorities } from '../domain/authority.ts';
import { civilDateOf } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import { profileOf } from '../domain/profiles/profile.ts';
import { vacant, vacantName } from '../domain/vacant.ts';
import { collectionOf, cycleRef, yearAssessmentRef } from '../schema/refs.ts';
import type { YearAssessment } from '../schema/year.ts';
import { logged } from './audit.ts';
import { converge } from './converge.ts';
import { system } from './opening.ts';
import type { LoadedOrganisation } from './organisationAt.ts';
import type { Documents } from './ports.ts';

export interface Leaving {
  /** Who is to be replaced: a person who has left, or `vacant`. */
  of: string;
  at: Moment;
  reason: string;
}

/**
 * What was decided stands; a year that waits for its decision is followed by somebody who can give it, and a published
 * one by who can take it up again where a month is corrected.
 */
export async function leaveYears(
  documents: Documents,
  org: string,
  leaving: Leaving,
  loaded: () => Promise<LoadedOrganisation>,
): Promise<void> {
  const held = await documents.find(collectionOf(org, 'yearAssessments'), [['decider', leaving.of]]);
  const open = held.filter(({ data }) => data.state !== 'decided');
  if (open.length === 0) return;
  const { document, organisation } = await loaded();
  const day = civilDateOf(leaving.at);
  const { authorities } = resolveAuthorities(
    profileOf(document.profile),
    organisation,
    document.settings,
    day,
  );
  const names = new Map(organisation.people.map(({ id, name }) => [id, name]));
  for (const { data } of open) {
    const { decider = vacant } = authorities.get(data.person) ?? {};
    const next = decider === leaving.of || decider === data.person ? vacant : decider;
    await handOn(documents, org, data, { ...leaving, next, name: names.get(next) ?? vacantName });
  }
}

interface Next extends Leaving {
  next: string;
  name: string;
}

async function handOn(documents: Documents, org: string, { person, year, state }: YearAssessment, to: Next) {
  const { of, at, reason, next, name } = to;
  const ref = yearAssessmentRef(org, person, year);
  await converge(documents, ref, ({ data }): Partial<YearAssessment> | null => {
    if (data.decider !== of || data.state === 'decided' || next === of) return null;
    const act = { at, who: system, forWhom: null, what: 'authority', before: of, after: next, reason };
    return { decider: next, deciderName: name, log: logged(ref.path, data.log, act) };
  });
  // Nothing waits for a decision about a year that is published.
  if (state === 'published') return;
  const own = `${person}: Xếp loại năm ${year}`;
  await converge(documents, cycleRef(org, `${year}-12`), ({ data }) => {
    const others = data.gaps.filter((gap) => !gap.startsWith(own));
    return {
      gaps: next === vacant ? [...others, `${own}: ${vacantName.toLowerCase()} quyết định`].sort() : others,
    };
  });
}
