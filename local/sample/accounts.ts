// Accounts of the sample: one password for all, and the few that show the most of the system.
import type { Casebook } from './april/casebook.ts';
import { districtBook } from './april/districtBook.ts';
import { sampleOrganisation, type SampleOrganisation } from './organisation.ts';

/** Of a demo on one machine; no account of the sample exists anywhere else. */
export const demoPassword = 'nam-ro-24';

export interface DemoAccount {
  email: string;
  password: string;
  name: string;
  /** What one sees with it, in Vietnamese. */
  role: string;
}

export function demoAccounts(
  { organisation }: SampleOrganisation = sampleOrganisation(),
  { accounts }: Casebook = districtBook,
): DemoAccount[] {
  const people = new Map(organisation.people.map((person) => [person.id, person]));
  return accounts.map(([id, role]) => {
    const person = people.get(id);
    if (!person) throw new Error(`the sample has no ${id}`);
    return { email: person.email, password: demoPassword, name: person.name, role };
  });
}
