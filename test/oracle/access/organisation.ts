// Who may do what to the organisation: units, people, rights, and the changes that functions apply (ADR 0006).
import {
  changeClientFields,
  changePartSchema,
  newChangeSchema,
  changeSchema,
} from '../../../functions/src/schema/change.ts';
import { creates, gets, reads, updates, type Act, type Ask } from '../access.ts';
import { administers, aggregates, inspects, isClerk, isNext, supervises } from '../relations.ts';
import { isNow } from '../request.ts';

const anyMember = () => true;
const oneself: readonly Act[] = gets('person', ({ id, me }) => id === me);
const personnel: readonly Act[] = [...reads('clerk', isClerk), ...reads('administrator', administers)];

export const orgs: readonly Act[] = gets('member', anyMember);
export const units: readonly Act[] = reads('member', anyMember);
export const cycles: readonly Act[] = reads('member', anyMember);
export const people: readonly Act[] = [...oneself, ...personnel];
export const members: readonly Act[] = [...oneself, ...personnel];
export const authorities: readonly Act[] = [
  ...personnel,
  ...reads('inspector', inspects),
  ...reads('supervisor', supervises),
  ...reads('aggregator', (ask) => aggregates(ask)),
];

function begins({ me, id, after }: Ask): boolean {
  const change = newChangeSchema.safeParse(after);
  return (
    change.success &&
    change.data.author === me &&
    id.startsWith(`${me}_`) &&
    /^[a-z0-9]{1,20}$/.test(id.slice(me.length + 1)) &&
    isNow(change.data.savedAt)
  );
}
const sends = (ask: Ask) =>
  ask.prior?.['author'] === ask.me &&
  isNext(ask.prior, ask.after) &&
  changeSchema.safeParse(ask.after).success;
/** Rights are handed out by administrators alone. */
const mayAsClerk = (ask: Ask) => isClerk(ask) && ask.after?.['kind'] !== 'members';

const record = Object.keys(changeClientFields);
const moves = ['state', 'rev', 'savedAt'];
export const changes: readonly Act[] = [
  ...personnel,
  ...['draft', 'sent'].flatMap((state) => [
    creates('clerk', record, (ask) => mayAsClerk(ask) && begins(ask), state),
    creates('administrator', record, (ask) => administers(ask) && begins(ask), state),
  ]),
  updates('clerk', ['draft', 'sent'], moves, (ask) => mayAsClerk(ask) && sends(ask)),
  updates('administrator', ['draft', 'sent'], moves, (ask) => administers(ask) && sends(ask)),
];

function adds({ me, id, parent, after, look }: Ask): boolean {
  const change = look('changes', parent);
  return (
    /^(0|[1-9][0-9]?)$/.test(id) &&
    change?.['author'] === me &&
    change['state'] === 'draft' &&
    changePartSchema.safeParse(after).success &&
    after?.['author'] === me &&
    isNow(after['savedAt'])
  );
}
export const parts: readonly Act[] = [...personnel, creates('author', ['author', 'rows', 'savedAt'], adds)];
