// Keeps the account of a person as the person is: claims of organisation and person, closed when the person has left.
import { civilDateOf } from '../domain/civilDate.ts';
import { uidOf } from '../schema/paths.ts';
import { refOf } from '../schema/refs.ts';
import type { Accounts, Ports } from './ports.ts';

export async function personWritten(
  ports: Pick<Ports, 'documents' | 'clock'> & { accounts: Accounts },
  org: string,
  id: string,
): Promise<void> {
  const person = await ports.documents.get(refOf(org, 'people', id));
  if (!person) return;
  const { name, email, left } = person.data;
  const today = civilDateOf(await ports.clock.now());
  await ports.accounts.converge({
    uid: uidOf(org, id),
    email,
    name,
    disabled: left !== null && left < today,
    claims: { org, pid: id },
  });
}
