// The sample commune: xã Ô Diên with the bodies that S0 names and invented people; same seed, same bytes.
import { defaultSettings, defaultYearSettings } from '../../../functions/src/domain/settings.ts';
import { noRights, organisationOf, sampleSeed, type SampleOrganisation } from '../organisation.ts';
import { communePeople } from './people.ts';
import { communeUnits } from './units.ts';

export const communeOrg = 'o-dien';

export function communeOrganisation(seed: number = sampleSeed): SampleOrganisation {
  return organisationOf(
    {
      id: communeOrg,
      units: communeUnits,
      rows: communePeople,
      members: {
        'ubkt-chu-nhiem': { ...noRights, inspects: true },
        'ubkt-pho': { ...noRights, inspects: true },
        'mttq-chu-tich': { ...noRights, supervises: true },
        // One board aggregates both blocks (domain.md section 6).
        'xdd-truong': { ...noRights, aggregates: ['party', 'government'] },
        'vpdu-chanh': { ...noRights, offices: ['party'] },
        'vpub-chanh': { ...noRights, offices: ['government'] },
        'xdd-cv-01': { ...noRights, clerk: true },
        'vpub-cv-01': { ...noRights, administrator: true },
        'hdnd-pct': { ...noRights, oversees: ['phong-vhxh'] },
      },
      document: {
        name: 'Xã Ô Diên',
        place: 'Ô Diên',
        partyName: 'Đảng bộ xã Ô Diên',
        profile: 'commune@S0-2025',
        template: 'HN-1841@1',
        settings: { ...defaultSettings, ...defaultYearSettings },
        log: [],
        calendar: [],
        firstMonth: '2026-04',
      },
    },
    seed,
  );
}
