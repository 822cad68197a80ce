// What an administrator or the personnel office changes on the organisation's own document: judged as a whole, all of it or none, each entered in its log.
import type { Moment } from '../domain/moment.ts';
import type { ChangeProblem } from '../schema/change.ts';
import type { OrganisationDocument } from '../schema/cycle.ts';
import { organisationRef } from '../schema/refs.ts';
import { logged } from './audit.ts';
import { nothingDone, wholeChange, type ChangeOutcome, type SentChange } from './changeOutcome.ts';
import { converge } from './converge.ts';
import type { Ports } from './ports.ts';

export interface Judged {
  patch: Partial<OrganisationDocument>;
  problems: ChangeProblem[];
  /** What differs from before, as the log tells it. */
  entries: { what: string; before: string; after: string }[];
}

/** A call that was cut off is made again, finds its own entries and says the same of itself. */
export async function changeOrganisation(
  { documents }: Pick<Ports, 'documents'>,
  org: string,
  { author, reason }: SentChange,
  asked: { rows: number; at: Moment; judge: (data: OrganisationDocument) => Judged },
): Promise<ChangeOutcome> {
  const { rows, at, judge } = asked;
  const ref = organisationRef(org);
  let outcome: ChangeOutcome = { problems: [wholeChange('Không có tổ chức này.')], counts: nothingDone };
  await converge(documents, ref, ({ data }) => {
    const { patch, problems, entries } = judge(data);
    const done = data.log.filter((entry) => entry.at === at && entry.who === author).length;
    const count = Math.max(entries.length, done);
    const counts = { added: 0, changed: count, unchanged: rows - count };
    outcome = { problems, counts: problems.length > 0 ? nothingDone : counts };
    if (problems.length > 0) return null;
    const log = entries.reduce(
      (kept, entry) => logged(ref.path, kept, { at, who: author, forWhom: null, reason, ...entry }),
      data.log,
    );
    return { ...patch, log };
  });
  return outcome;
}
