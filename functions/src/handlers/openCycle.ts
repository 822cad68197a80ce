// Opens the cycle of a month: freezes authority, headcount and deadlines onto one sheet per person (domain.md sections 6 and 7).
import { aggregators, resolveAuthorities } from '../domain/authority.ts';
import type { Frozen } from '../domain/authorityAgain.ts';
import type { Gap } from '../domain/authorityTypes.ts';
import { civilDateOf, firstDay, laterDay } from '../domain/civilDate.ts';
import type { Moment } from '../domain/moment.ts';
import { outsideAuthorities } from '../domain/outsideAuthority.ts';
import { profileOf } from '../domain/profiles/profile.ts';
import { blocks, type Month } from '../domain/words.ts';
import type { Cycle } from '../schema/cycle.ts';
import { cycleRef } from '../schema/refs.ts';
import { authoritiesOf } from './authorityEdges.ts';
import { layHeadFacts } from './headFacts.ts';
import { judgedBySheets } from './judgedBy.ts';
import { markUnit } from './markUnit.ts';
import { keepNewest } from './newestCycle.ts';
import { sheetsOf } from './openedSheets.ts';
import { figuresOf, unitSheetsOf } from './openedUnits.ts';
import { openUnitPlans } from './openedUnitPlans.ts';
import { openingOf, type Opening } from './opening.ts';
import { organisationAt } from './organisationAt.ts';
import { Conflict, type Documents, type Ports, type Stored } from './ports.ts';
import { templatesOfMonth } from './templateOfMonth.ts';
import { unitRatingsOf } from './unitRating.ts';

/**
 * Opens `month` unless it is open. Sheets come first and the cycle last, so that a run that was cut off is
 * finished by the next one. A gap in authority that nobody set aside leaves a blocked cycle that names it and opens
 * nothing; who is set aside has no sheet until their authority is resolved (resolveAgain.ts).
 */
export async function openCycle(
  ports: Pick<Ports, 'documents' | 'tasks' | 'clock'>,
  org: string,
  month: Month,
  at: Moment,
): Promise<void> {
  const { documents } = ports;
  const existing = await documents.get(cycleRef(org, month));
  if (existing && existing.data.state !== 'blocked') return await keepNewest(documents, org, month);

  const loaded = await organisationAt(documents, org);
  const { document, organisation } = loaded;
  const profile = profileOf(document.profile);
  // A month that was blocked opens when its gaps are filled, by who holds which post then.
  const day = laterDay(firstDay(month), civilDateOf(at));
  const resolved = resolveAuthorities(profile, organisation, document.settings, day);
  // Who is decided outside files like everybody; the result is entered (outsideResultWritten.ts).
  const decidedOutside = outsideAuthorities(profile, organisation, day);
  const authorities = new Map<string, Frozen>([...resolved.authorities, ...decidedOutside]);
  const opening = openingOf(loaded, org, month, at, authorities);
  const isSetAside = ({ person }: Gap) => loaded.setAside.get(person) === month;
  const gaps = resolved.gaps.filter((gap) => !isSetAside(gap));
  const setAside = resolved.gaps.filter(isSetAside);
  if (gaps.length === 0) {
    await layOut(ports, opening);
  }
  await writeCycle(documents, opening, existing, {
    state: gaps.length === 0 ? 'open' : 'blocked',
    gaps: gaps.map(named),
    setAside: setAside.map(named),
    outside: resolved.outside,
  });
  await keepNewest(documents, org, month);
}

async function layOut(ports: Pick<Ports, 'documents' | 'tasks' | 'clock'>, opening: Opening): Promise<void> {
  const { documents } = ports;
  const { org, month } = opening;
  const sheets = await sheetsOf(documents, opening);
  await documents.createMissing(sheets);
  const unitSheets = await unitSheetsOf(documents, opening);
  await documents.createMissing(unitSheets);
  await documents.createMissing(unitRatingsOf(opening, unitSheets));
  await openUnitPlans(documents, opening);
  await documents.createMissing(figuresOf(opening));
  const frozen = sheets.map(({ data }) => data);
  await documents.createMissing(authoritiesOf(org, month, frozen, opening));
  await judgedBySheets(documents, org, frozen, opening.judgedBy);
  await layHeadFacts(documents, org, month, opening.at);
  // Its head sees who has not filed from the first day on, and not from the first filing.
  for (const unit of [...new Set(frozen.map((sheet) => sheet.unit))].sort())
    await markUnit(ports, org, unit, month);
}

const named = ({ person, reason }: Gap) => `${person}: ${reason}`;

async function writeCycle(
  documents: Documents,
  opening: Opening,
  existing: Stored<Cycle> | null,
  outcome: Pick<Cycle, 'state' | 'gaps' | 'setAside' | 'outside'>,
): Promise<void> {
  const { org, month, at, document, deadlines, authorities } = opening;
  const cycle: Cycle = {
    month,
    openedAt: at,
    template: document.template,
    ...templatesOfMonth(opening),
    firstCycle: document.firstMonth === month,
    deadlines: deadlines.moments,
    days: deadlines.days,
    units: [...new Set([...authorities.values()].map((a) => a.unit))].sort(),
    people: authorities.size,
    aggregators: aggregatorsOf(opening),
    ...{ kept: {}, moved: {}, newest: outcome.state === 'open' },
    ...outcome,
  };
  try {
    if (existing) await documents.update(cycleRef(org, month), cycle, existing.updateTime);
    else await documents.create(cycleRef(org, month), cycle);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error; // A twin of this run has opened it to the same effect.
  }
}

function aggregatorsOf({ document, organisation, month }: Opening): string[] {
  const profile = profileOf(document.profile);
  return [
    ...new Set(blocks.flatMap((block) => aggregators(profile, organisation, block, firstDay(month)))),
  ].sort();
}
