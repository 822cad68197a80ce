// The form of a limitation once its subject was chosen, and the way out before.
import type { About } from '../../../../functions/src/domain/facts.ts';
import type { Block, Month } from '../../../../functions/src/domain/words.ts';
import type { Me } from '../../session.ts';
import { NewLimitation } from './NewLimitation.tsx';

export interface LimitationChoice {
  me: Me;
  blocks: readonly Block[];
  onDone: (done: boolean) => void;
}

export interface Chosen {
  about: About;
  subject: string;
  name: string;
  month: Month;
}

export function LimitationOf({
  me,
  chosen,
  as,
  onDone,
}: LimitationChoice & { chosen: Chosen | undefined; as: 'authority' | 'aggregator' }) {
  if (!chosen)
    return (
      <p>
        <button type="button" class="link" onClick={() => onDone(false)}>
          Thôi
        </button>
      </p>
    );
  return (
    <NewLimitation
      key={chosen.subject}
      me={me}
      {...chosen}
      as={as}
      onDone={() => onDone(true)}
      onCancel={() => onDone(false)}
    />
  );
}
