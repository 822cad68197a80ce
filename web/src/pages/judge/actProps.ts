// What each act of the authority is given.
import type { Fault } from '../../parts/ErrorSummary.tsx';
import type { JudgeProps } from './Judge.tsx';
import type { Mode } from './judgeSource.ts';
import type { Live } from './liveProposal.ts';

export type Props = JudgeProps & { mode: Mode; live: Live; onFaults: (faults: Fault[]) => void };

export type ActProps = Props & {
  /** Writes the act, and tells what came of it once it has arrived. */
  act: (fields: Record<string, unknown>, told: string) => Promise<void>;
  isBusy: boolean;
};
