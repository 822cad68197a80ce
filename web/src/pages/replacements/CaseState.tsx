// How a case stands, by icon and word.
import type { ReplacementState } from '../../../../functions/src/domain/replacement.ts';
import { replacementStateLabels } from '../../../../functions/src/domain/replacementLabels.ts';
import { State } from '../../parts/State.tsx';

const looks = {
  proposed: ['todo', 'circle'],
  referred: ['waiting', 'hourglass'],
  decided: ['filed', 'check'],
  closed: ['public', 'check'],
  dropped: ['quiet', 'circle'],
} as const;

export function CaseState({ state }: { state: ReplacementState }) {
  const [tone, icon] = looks[state];
  return (
    <State tone={tone} icon={icon}>
      {replacementStateLabels[state]}
    </State>
  );
}
