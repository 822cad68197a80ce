// The sample organisation: the structure of quận Nam Từ Liêm as S3 describes it, with invented people; same seed, same bytes.
import type { Organisation, Person } from '../../functions/src/domain/organisation.ts';
import { defaultSettings } from '../../functions/src/domain/settings.ts';
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
import { units } from './units.ts';

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
    posts: row.posts.map((p) => ({ ...p, fields: [...p.fields], inCharge: [...p.inCharge] })),
    absences: row.absences ?? [],
    joined: null,
    left: null,
  };
}

const none: Member = {
  inspects: false,
  aggregates: [],
  offices: [],
  clerk: false,
  administrator: false,
  oversees: [],
  log: [],
  rev: 1,
};

/** Rights beyond the hierarchy (domain.md section 11); everybody else has no member document. */
const members: Record<string, Member> = {
  'ubkt-chu-nhiem': { ...none, inspects: true },
  'ubkt-pho': { ...none, inspects: true },
  'btc-truong': { ...none, aggregates: ['party'] },
  'nv-truong': { ...none, aggregates: ['government'] },
  'vpqu-chanh': { ...none, offices: ['party'] },
  'vpub-chanh': { ...none, offices: ['government'] },
  'nv-cv': { ...none, clerk: true },
  'vpub-cv': { ...none, administrator: true },
};

const document: OrganisationDocument = {
  name: 'Quận Nam Từ Liêm',
  place: 'Nam Từ Liêm',
  partyName: 'Đảng bộ quận Nam Từ Liêm',
  profile: 'district@S3-2024',
  template: 'HN-1841@1',
  settings: { ...defaultSettings },
  firstMonth: '2026-04',
};

export function sampleOrganisation(seed: number = sampleSeed): SampleOrganisation {
  const draw = namesFrom(randomOf(seed));
  return {
    organisation: {
      id: sampleOrg,
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
