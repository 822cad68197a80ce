// The profile of a sample: scripts outside the functions read the folder as the functions do.
import { profileOf, type Profile } from '../../functions/src/domain/profiles/profile.ts';
import { loadProfiles } from '../../functions/src/store/profileFiles.ts';
import type { SampleOrganisation } from './organisation.ts';

export function sampleProfile({ document }: SampleOrganisation): Profile {
  loadProfiles();
  return profileOf(document.profile);
}
