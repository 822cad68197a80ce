// orgs/{org}/delegations/{giver}_{delegate}: who acts for whom, from when to when; at most one at a time per pair.
import * as z from 'zod/mini';
import { civilDate, logEntry, personId, rev, sizes, stamp, text, unitId } from './fields.ts';

export const delegatedActs = ['evaluate', 'decide', 'both'] as const;
export type DelegatedActs = (typeof delegatedActs)[number];

/** The giver creates it inactive and revokes it; functions switch `active` on and off by the clock. */
export const delegationClientFields = {
  giver: personId,
  delegate: personId,
  /** First and last day on which it holds. */
  fromDay: civilDate,
  toDay: civilDate,
  acts: z.enum(delegatedActs),
  /** Limits it to the people of one unit; null: all of whom the giver evaluates or decides. */
  unit: z.nullable(unitId),
  reason: text(sizes.line).check(z.refine((s) => s.trim() !== '', 'no reason')),
  revoked: z.boolean(),
  /** Read by the rules with every act of the delegate: false works at once, whatever token the delegate holds. */
  active: z.boolean(),
  rev,
  savedAt: z.nullable(stamp),
};

export const delegationSchema = z
  .strictObject({
    ...delegationClientFields,
    // Absent on what the giver creates, until the function comes.
    giverName: z._default(z.string(), ''),
    delegateName: z._default(z.string(), ''),
    /** Why it never became active, in Vietnamese; empty where nothing is wrong. */
    refusal: z._default(z.string(), ''),
    /**
     * Nothing more will come of it: ended, revoked or refused; the daily sweep passes it by. Null until a function has
     * looked: a default that equals what is written would never be written, and no query would find it.
     */
    over: z._default(z.nullable(z.boolean()), null),
    log: z._default(z.array(logEntry), []),
  })
  .check(z.refine((d) => d.fromDay <= d.toDay && d.giver !== d.delegate));
export type Delegation = z.infer<typeof delegationSchema>;

export const newDelegationSchema = z
  .strictObject({
    ...delegationClientFields,
    revoked: z.literal(false),
    active: z.literal(false),
    rev: z.literal(1),
  })
  .check(z.refine((d) => d.fromDay <= d.toDay && d.giver !== d.delegate));
export type NewDelegation = z.infer<typeof newDelegationSchema>;
