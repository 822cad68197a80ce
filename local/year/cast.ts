// The organisation of the demo year: one division of the sample district with its head, who judges them, and a second unit to move to.
import type { Absence, Person } from '../../functions/src/domain/organisation.ts';
import { sampleOrganisation, type SampleOrganisation } from '../sample/organisation.ts';

export const year = '2026';
/** The evening before the first cycle opens. */
export const loadedAt = '2025-12-31T20:00';
export const division = 'phong-tckh';
export const otherUnit = 'phong-noi-vu';

const units = new Set(['thuong-truc-qu', 'hdnd', 'ubnd', otherUnit, division]);
const cast = new Set([
  ...[
    'bi-thu',
    'chu-tich-ubnd',
    'ubnd-pct-do-thi',
    'nv-truong',
    'nv-cv',
    'tckh-truong',
    'tckh-pho-1',
    'tckh-hd',
  ],
  ...['01', '02', '03', '04', '05', '06', '07', '08'].map((n) => `tckh-cv-${n}`),
]);

/** Codes as the personnel office enters them; entered before the year, as the sample's maternity is. */
const absences: Readonly<Record<string, Absence[]>> = {
  'tckh-cv-06': [{ excuse: 'illness', from: '2026-05-04', to: '2026-05-27' }],
  'tckh-cv-07': [{ excuse: 'maternity', from: '2026-03-20', to: '2026-08-31' }],
};

const castAs = (person: Person): Person => ({
  ...person,
  absences: absences[person.id] ?? [],
  posts: person.posts
    .filter(({ unit }) => units.has(unit))
    .map((post) => ({
      ...post,
      fields: post.fields.filter((field) => units.has(field)),
      inCharge: post.inCharge.filter((one) => cast.has(one)),
    })),
});

/** The sample's own people and profile; nobody of it is invented here. */
export function yearOrganisation(): SampleOrganisation {
  const { organisation, members, document } = sampleOrganisation();
  return {
    organisation: {
      ...organisation,
      units: organisation.units.filter(({ id }) => units.has(id)),
      people: organisation.people.filter(({ id }) => cast.has(id)).map(castAs),
    },
    // The sample's administrator is not of the cast: the clerk has that right too.
    members: Object.fromEntries(
      Object.entries(members)
        .filter(([id]) => cast.has(id))
        .map(([id, rights]) => [id, id === 'nv-cv' ? { ...rights, administrator: true } : rights]),
    ),
    document: { ...document, firstMonth: `${year}-01` },
  };
}
