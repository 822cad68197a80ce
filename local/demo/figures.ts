// What the Offices hand in: objective figures of every unit of their block (S3 II.6.4).
import type { Block, Month } from '../../functions/src/domain/words.ts';
import { randomFor } from '../sample/random.ts';
import { next } from './actor.ts';
import type { Session } from './session.ts';

/** A unit's figures for April, the same on every run; a few are late so that the figures say something. */
export function figuresOf(unit: string) {
  const random = randomFor(unit, 4);
  const received = random.between(40, 260);
  const late = random.between(0, 3);
  const assigned = random.between(4, 18);
  const procedures = random.between(0, 120);
  return {
    received,
    handled: received - late,
    late,
    draftsReturned: random.between(0, 2),
    petitions: random.between(0, 9),
    petitionsLate: 0,
    procedures,
    proceduresLate: procedures > 60 ? random.between(0, 2) : 0,
    assigned,
    assignedLate: random.between(0, 1),
    note: '',
  };
}

export async function sendFigures(
  session: Session,
  month: Month,
  block: Block,
  except: readonly string[],
): Promise<void> {
  const laidOut = await session.find('figures', { block, month });
  for (const { id, data } of laidOut) {
    if (except.includes(data.unit)) continue;
    await session.update(
      'figures',
      id,
      { ...figuresOf(data.unit), author: session.person, ...next(data.rev) },
      1,
    );
  }
}
