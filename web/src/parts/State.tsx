// States by icon and word; colour only repeats what the word says.
import { lateLabel, stageLabels } from '../../../functions/src/domain/labels.ts';
import type { Stage } from '../../../functions/src/domain/words.ts';
import { Icon, type IconName } from './icons.tsx';

export type Tone = 'todo' | 'filed' | 'waiting' | 'public' | 'late' | 'quiet';

export function State({ tone, icon, children }: { tone: Tone; icon: IconName; children: string }) {
  return (
    <span class={`state ${tone}`}>
      <Icon name={icon} />
      {children}
    </span>
  );
}

const looks: Record<Stage, [Tone, IconName]> = {
  planned: ['quiet', 'circle'],
  open: ['todo', 'circle'],
  submitted: ['filed', 'sent'],
  evaluated: ['waiting', 'hourglass'],
  decided: ['waiting', 'hourglass'],
  unrated: ['quiet', 'circle'],
  published: ['public', 'check'],
  locked: ['public', 'check'],
};

export function StageState({ stage }: { stage: Stage }) {
  const [tone, icon] = looks[stage];
  return (
    <State tone={tone} icon={icon}>
      {stageLabels[stage]}
    </State>
  );
}

export function LateMark() {
  return (
    <State tone="late" icon="clock">
      {lateLabel}
    </State>
  );
}
