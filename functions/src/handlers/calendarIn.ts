// The calendar of an organisation: what ships, and its own lines over it (domain.md section 7).
import { calendarWith, type Calendar } from '../domain/calendar.ts';
import type { OrganisationDocument } from '../schema/cycle.ts';
import { organisationRef } from '../schema/refs.ts';
import type { Documents } from './ports.ts';

export const calendarFor = ({ calendar }: Pick<OrganisationDocument, 'calendar'>): Calendar =>
  calendarWith(calendar);

/** One read; throws where the organisation does not exist. */
export async function calendarIn(documents: Documents, org: string): Promise<Calendar> {
  const organisation = await documents.get(organisationRef(org));
  if (!organisation) throw new Error(`no organisation ${org}`);
  return calendarFor(organisation.data);
}
