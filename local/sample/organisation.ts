// The sample district: the structure of quận Nam Từ Liêm as S3 describes it, with invented people; same seed, same bytes.
import type { Organisation, Person, Unit } from '../../functions/src/domain/organisation.ts';
import { defaultSettings, defaultYearSettings } from '../../functions/src/domain/settings.ts';
import type { OrganisationDocument } from '../../functions/src/schema/cycle.ts';
import type { Member } from '../../functions/src/schema/person.ts';
import { namesFrom, type InventedName } from './names.ts';
import { officePeople } from './people/offices.ts';
import { partyPeople } from './people/party.ts';
import type { PersonRow } from './people/row.ts';
import { schoolPeople } from './people/schools.ts';
import { statePeople } from './people/state.ts';
import { wardPeople } from './people/wards.ts';
import { randomFor, randomOf } from './random.ts';
import { units, wardCommittee, wardParty } from './units.ts';

export const sampleOrg = 'nam-tu-liem';
export const sampleSeed = 24;

export interface SampleOrganisation {
  organisation: Organisation;
  members: Record<string, Member>;
  document: OrganisationDocument;
}

const rows: readonly PersonRow[] = [
  ...partyPeople,
  ...statePeople,
  ...officePeople,
  ...schoolPeople,
  ...wardPeople,
];

function personOf(row: PersonRow, { name, email }: InventedName, seed: number): Person {
  const leads =
    row.category === 'official' || row.posts.some((p) => p.kind === 'head' || p.kind === 'principal');
  return {
    id: row.id,
    name,
    email,
    category: row.category,
    partyMember: row.partyMember ?? (leads || randomFor(row.id, seed).next() < 0.7),
    decidedOutside: row.decidedOutside ?? false,
    managedByBTV: leads && row.decidedOutside !== true,
    posts: row.posts.map((p) => ({ ...p, fields: [...p.fields], inCharge: [...p.inCharge] })),
    absences: row.absences ?? [],
    joined: null,
    left: null,
  };
}

export const noRights: Member = {
  inspects: false,
  aggregates: [],
  offices: [],
  clerk: false,
  administrator: false,
  oversees: [],
  supervises: false,
  judges: [],
  log: [],
  rev: 1,
};

/** Rights beyond the hierarchy (domain.md section 11); everybody else has no member document. */
const members: Record<string, Member> = {
  'ubkt-chu-nhiem': { ...noRights, inspects: true },
  'ubkt-pho': { ...noRights, inspects: true },
  'mttq-chu-tich': { ...noRights, supervises: true },
  'btc-truong': { ...noRights, aggregates: ['party'] },
  'nv-truong': { ...noRights, aggregates: ['government'] },
  // A member of the standing board, to whom wards are assigned: party committee and people's committee of each.
  'btg-truong': {
    ...noRights,
    oversees: ['cau-dien', 'me-tri', 'my-dinh-1'].flatMap((slug) => [wardParty(slug), wardCommittee(slug)]),
  },
  'vpqu-chanh': { ...noRights, offices: ['party'] },
  'vpub-chanh': { ...noRights, offices: ['government'] },
  'nv-cv': { ...noRights, clerk: true },
  'vpub-cv': { ...noRights, administrator: true },
};

const document: OrganisationDocument = {
  name: 'Quận Nam Từ Liêm',
  place: 'Nam Từ Liêm',
  partyName: 'Đảng bộ quận Nam Từ Liêm',
  profile: 'district@S3-2024',
  template: 'HN-1841@1',
  settings: { ...defaultSettings, ...defaultYearSettings },
  log: [],
  calendar: [],
  firstMonth: '2026-04',
};

/** A sample before its people have names. */
export interface SampleSpec {
  id: string;
  units: readonly Unit[];
  rows: readonly PersonRow[];
  members: Record<string, Member>;
  document: OrganisationDocument;
}

export function organisationOf(spec: SampleSpec, seed: number): SampleOrganisation {
  const draw = namesFrom(randomOf(seed));
  const { id, units, rows, members, document } = spec;
  return {
    organisation: {
      id,
      name: document.name,
      place: document.place,
      partyName: document.partyName,
      units: units.map((u) => ({ ...u })),
      people: rows.map((row) => personOf(row, draw(row.sex), seed)),
    },
    members: structuredClone(members),
    document: structuredClone(document),
  };
}

export function sampleOrganisation(seed: number = sampleSeed): SampleOrganisation {
  return organisationOf({ id: sampleOrg, units, rows, members, document }, seed);
}
