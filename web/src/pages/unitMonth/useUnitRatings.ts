// What the decider gives the units of a head while it is being written: kept on this device until the act has arrived.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { UnitRating } from '../../../../functions/src/schema/unitRating.ts';
import { deviceDrafts, tabId } from '../../data/drafts.ts';
import { nowMs } from '../../now.ts';
import type { Me } from '../../session.ts';
import type { UnitDraft } from './rateUnit.ts';
import type { UnitBeside } from './readUnits.ts';

const keyOf = (me: Me, id: string) => `${me.org}/${me.pid}/unitRatings/${id}`;
const given = ({ dRating, dLevel, dReason, aboveReason, state }: UnitRating): UnitDraft =>
  // The reason for taking it back stands there until it is rated anew.
  ({ dRating, dLevel, dReason: state === 'waiting' ? '' : dReason, aboveReason });

export interface UnitsToRate {
  draftOf: (one: UnitBeside) => UnitDraft;
  edit: (one: UnitBeside, change: Partial<UnitDraft>) => void;
  /** After the act has arrived. */
  forget: () => Promise<void>;
}

export function useUnitRatings(me: Me, units: readonly UnitBeside[]): UnitsToRate {
  const [drafts, setDrafts] = useState<Record<string, UnitDraft>>({});
  const latest = useRef(drafts);
  latest.current = drafts;
  const ids = units.map(({ id, rating }) => `${id} ${rating.rev}`).join(' ');
  useEffect(() => {
    void Promise.all(
      units.map(async ({ id, rating }) => {
        const local = await deviceDrafts.read<UnitDraft>(keyOf(me, id));
        return local && local.baseRev === rating.rev && rating.state === 'waiting' ? [[id, local.draft]] : [];
      }),
    ).then((found) => setDrafts(Object.fromEntries(found.flat()) as Record<string, UnitDraft>));
  }, [ids]);
  const draftOf = ({ id, rating }: UnitBeside) => latest.current[id] ?? given(rating);
  return {
    draftOf,
    edit: (one, change) => {
      const draft = { ...draftOf(one), ...change };
      latest.current = { ...latest.current, [one.id]: draft };
      setDrafts(latest.current);
      const kept = { baseRev: one.rating.rev, at: nowMs(), tab: tabId, draft };
      // A browser without IndexedDB still rates; it only can't keep a draft.
      void deviceDrafts.write(keyOf(me, one.id), kept).catch(() => undefined);
    },
    forget: async () => {
      for (const { id } of units) await deviceDrafts.clear(keyOf(me, id)).catch(() => undefined);
    },
  };
}
