// What pages about a year read: a person's twelve months, the decider's record where it may be read, and a unit's year.
import { defaultYearSettings, type YearSettings } from '../../../../functions/src/domain/settings.ts';
import { personYearId, unitYearId } from '../../../../functions/src/schema/paths.ts';
import type { PersonYear, UnitYear, YearAssessment } from '../../../../functions/src/schema/year.ts';
import { delegationsToMe } from '../../data/delegationsToMe.ts';
import { listDocuments, readDocument, readOrganisation, type Row } from '../../data/firestore.ts';
import type { Me } from '../../session.ts';

export interface YearOfPerson {
  personYear: PersonYear | null;
  settings: YearSettings;
}

/** Settings of the year that the organisation hasn't set are those of the rules. */
async function yearSettings(org: string): Promise<YearSettings> {
  const organisation = await readOrganisation(org);
  return { ...defaultYearSettings, ...organisation?.settings };
}

export async function readYearOfPerson(me: Me, person: string, year: string): Promise<YearOfPerson> {
  const [personYear, settings] = await Promise.all([
    readDocument<PersonYear>(me.org, 'personYears', personYearId(person, year)),
    yearSettings(me.org),
  ]);
  return { personYear, settings };
}

export const readUnitYear = (me: Me, unit: string, year: string) =>
  readDocument<UnitYear>(me.org, 'unitYears', unitYearId(unit, year));

/** Of one year: what I decide, then what I decide on somebody's behalf; my own year is never among them. */
export async function readYearsToDecide(me: Me, year: string): Promise<Row<YearAssessment>[]> {
  const given = (await delegationsToMe(me, true)).filter(({ acts }) => acts !== 'evaluate');
  const lists = [
    listDocuments<YearAssessment>(me.org, 'yearAssessments', { decider: me.pid, year }),
    ...given.map(({ giver, unit }) =>
      unit === null
        ? listDocuments<YearAssessment>(
            me.org,
            'yearAssessments',
            { decider: giver, year },
            { person: me.pid },
          )
        : listDocuments<YearAssessment>(
            me.org,
            'yearAssessments',
            { decider: giver, unit, year },
            { person: me.pid },
          ),
    ),
  ];
  const [own, ...others] = await Promise.allSettled(lists);
  if (own?.status === 'rejected') throw own.reason;
  // A delegation that ended a moment ago is refused; the rest of the list stays.
  const rows = [own, ...others].flatMap((list) => (list?.status === 'fulfilled' ? list.value : []));
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
