// The form of a limitation once its subject was chosen, and the way out before.
import type { About } from '../../../../functions/src/domain/facts.ts';
import type { Block } from '../../../../functions/src/domain/words.ts';
import { thisMonth } from '../../now.ts';
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
      month={thisMonth()}
      as={as}
      onDone={() => onDone(true)}
      onCancel={() => onDone(false)}
    />
  );
}
