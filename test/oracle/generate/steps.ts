// One step away: every kind of request with each single thing otherwise that could matter to it, so that chance leaves none out.
import { couldStand, type Kind } from './draft.ts';
import { deletes } from './mutationsOfAsking.ts';
import { createsIt } from './mutationsOfAsking.ts';
import { onOneself } from './mutationsOfAsking.ts';
import { tables } from './tables.ts';
import { calm, Random, randomOf } from './random.ts';
import { writing, type StepAway } from './stepAway.ts';
import { edges } from './edges.ts';
import { otherAskers, otherFacts, otherLookUps, otherQueries, otherWorlds } from './stepsOfFacts.ts';
import { otherValues } from './stepsOfValues.ts';
import { otherIds, otherWrites, tabled } from './stepsOfWrites.ts';

/** Who acts, as a kind's name says first. */
const actorOf = ({ name }: Kind) => name.split(' ')[2];

/** The long tables feed the first kind only that writes what they are about; everybody asks for the first of each operation. */
export function stepsAway(kind: Kind, kinds: readonly Kind[]): StepAway[] {
  const draft = kind.make(randomOf(calm));
  const alike = kinds.filter(({ place, operation }) => place === kind.place && operation === kind.operation);
  const whole = alike[0] === kind;
  const table = whole || kind.tabled ? (tables[kind.place]?.[kind.operation] ?? []) : [];
  const isWrite = kind.operation === 'create' || kind.operation === 'update';
  const written = (isWrite ? (edges[kind.place] ?? []) : []).filter(
    (fields) => whole || Object.keys(fields).every((field) => field === 'state' || field in draft.write),
  );
  const all: StepAway[] = [
    ...otherFacts(draft).filter(({ apply }) => couldStand(apply(draft, new Random(0)) ?? draft)),
    ...otherWorlds(draft),
    ...otherLookUps(draft),
    ...otherWrites(draft, whole),
    ...otherValues(draft, writtenBy(alike, kind)),
    ...written.map((fields) => writing(`writes ${JSON.stringify(fields).slice(0, 60)}`, fields)),
    ...otherAskers(draft, whole),
    ...otherQueries(draft),
    ...otherIds(draft),
    { name: 'on oneself', apply: onOneself },
    {
      name: 'on oneself, who was not told',
      apply: (one, random) => {
        const own = onOneself(one, random);
        return own?.prior && 'notified' in own.prior
          ? { ...own, prior: { ...own.prior, notified: false } }
          : null;
      },
    },
    ...(whole
      ? [
          { name: 'deleted', apply: deletes },
          { name: 'created', apply: createsIt },
        ]
      : []),
    ...tabled(table),
  ];
  // Told apart by number where two are called the same.
  const times = new Map<string, number>();
  return all.map(({ name, apply }) => {
    const n = (times.get(name) ?? 0) + 1;
    times.set(name, n);
    return { name: n === 1 ? name : `${name} (${n})`, apply };
  });
}

/** Fields that the same actor writes in this act or in another one. */
const writtenBy = (alike: readonly Kind[], kind: Kind): string[] => [
  ...new Set(
    alike
      .filter((one) => actorOf(one) === actorOf(kind))
      .flatMap((one) => Object.keys(one.make(randomOf(calm)).write)),
  ),
];
