// An act whose event comes only after the next act on the same document: the document says no more that it was done, the event does, and the log keeps it (domain.md, architecture.md, Audit).
import type { ServerTime } from '../domain/moment.ts';
import type { LogEntry } from '../schema/fields.ts';
import { refOf, type Ref } from '../schema/refs.ts';
import { logged } from './audit.ts';
import { converge } from './converge.ts';
import type { Ports } from './ports.ts';

/** Documents of a month that several people act on, one after the other. */
export type Overtakable = 'sheets' | 'assessments' | 'yearAssessments' | 'findings' | 'unitFindings';

/** What an event tells of the act that brought it. */
export interface SeenAct {
  rev: number;
  stamp: { toMillis(): number };
  who: string;
  forWhom: string | null;
  /** State, and of a finding its remedy: "confirmed/reported". */
  before: string | null;
  after: string;
}

interface Logged {
  rev: number;
  log: LogEntry[];
  /** Of a month's assessment. */
  version?: number;
  frozen?: boolean;
}

/**
 * Enters the act where the document has gone on to another one and its log holds nothing of that moment; the function of
 * the document enters every other. One read. An entry that comes late stands after later ones, with its own moment.
 */
export async function enterOvertaken(
  { documents, clock }: Pick<Ports, 'documents' | 'clock'>,
  org: string,
  collection: Overtakable,
  id: string,
  act: SeenAct,
): Promise<void> {
  const ref = refOf(org, collection, id) as unknown as Ref<Logged>;
  const at = await clock.momentOf(act.stamp.toMillis() as ServerTime);
  const { who, forWhom, before, after, rev } = act;
  await converge(documents, ref, ({ data }) => {
    if (data.rev <= rev || data.log.some((entry) => entry.at === at)) return null;
    const entry = { at, who, forWhom, what: after, before, after: `rev ${rev}` };
    return { log: logged(ref.path, data.log, entry), ...versionAfter(collection, after, data) };
  });
}

/** A decision that was taken back and made anew counted as one: the later is a version of its own, until it is published (domain.md section 7). */
function versionAfter(
  collection: Overtakable,
  after: string,
  { version = 0, frozen }: Logged,
): Partial<Logged> {
  const isDecision = collection === 'assessments' && (after === 'decided' || after === 'unrated');
  return isDecision && frozen !== true ? { version: version + 1 } : {};
}
