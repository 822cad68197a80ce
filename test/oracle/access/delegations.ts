// Who may do what to a delegation (domain.md section 6): the giver makes it, functions switch it on, revoking works at once.
import {
  delegationClientFields,
  delegationSchema,
  newDelegationSchema,
} from '../../../functions/src/schema/delegation.ts';
import { creates, reads, updates, type Act, type Ask } from '../access.ts';
import { administers, inspects, isClerk, isNext } from '../relations.ts';
import { isNow } from '../request.ts';

const record = Object.keys(delegationClientFields);
const replaced = record.filter((field) => field !== 'giver' && field !== 'delegate');

function gives({ me, id, after }: Ask): boolean {
  const delegation = newDelegationSchema.safeParse(after);
  if (!delegation.success) return false;
  const { giver, delegate, savedAt } = delegation.data;
  return giver === me && id === `${giver}_${delegate}` && isNow(savedAt);
}
const changes = (ask: Ask) =>
  ask.prior?.['giver'] === ask.me &&
  isNext(ask.prior, ask.after) &&
  ask.after?.['active'] === false &&
  delegationSchema.safeParse(ask.after).success;
const replaces = (ask: Ask) => changes(ask) && ask.after?.['revoked'] === false;
const revokes = (ask: Ask) => changes(ask) && ask.after?.['revoked'] === true;

export const delegations: readonly Act[] = [
  ...reads('giver', ({ known, me }) => known.is('giver', me)),
  ...reads('delegate', ({ known, me }) => known.is('delegate', me)),
  ...reads('clerk', isClerk),
  ...reads('administrator', administers),
  ...reads('inspector', inspects),
  creates('giver', record, gives),
  updates('giver', null, replaced, replaces),
  updates('giver', null, ['revoked', 'active', 'rev', 'savedAt'], revokes),
];
