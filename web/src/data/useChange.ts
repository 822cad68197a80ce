// A change of the organisation from a page: sent, waited for, and what came of it in words.
import { useState } from 'preact/hooks';
import type { Me } from '../session.ts';
import { changeTroubles, sendChange, type ChangeToSend } from './change.ts';
import { forgetOrganisation } from './organisation.ts';

export interface Outcome {
  isGood: boolean;
  text: string;
  /** Reasons of a refusal, in Vietnamese. */
  reasons: string[];
}

export interface Changing {
  isBusy: boolean;
  outcome: Outcome | null;
  /** True where it was applied. */
  send: (change: Omit<ChangeToSend, 'source'>, told: string) => Promise<boolean>;
}

export function useChange(me: Me): Changing {
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const send: Changing['send'] = async (change, told) => {
    if (isBusy) return false;
    setBusy(true);
    setOutcome(null);
    const answer = await sendChange(me, { ...change, source: 'screen' });
    setBusy(false);
    if (answer.at === 'refused') {
      const reasons = [...new Set(answer.problems.map(({ reason }) => reason))];
      setOutcome({ isGood: false, text: 'Không thực hiện được, chưa có gì thay đổi:', reasons });
      return false;
    }
    if (answer.at !== 'applied') {
      const text = changeTroubles[answer.at === 'waiting' ? 'waiting' : answer.trouble];
      setOutcome({ isGood: false, text, reasons: [] });
      return false;
    }
    // What other pages have read of the organisation is no longer so.
    forgetOrganisation();
    const nothing = answer.counts.added + answer.counts.changed === 0;
    setOutcome({ isGood: true, text: nothing ? 'Không có gì thay đổi.' : told, reasons: [] });
    return true;
  };
  return { isBusy, outcome, send };
}
