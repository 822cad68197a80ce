// The world in which cases are asked: the cast and who stands in for them, and the documents that rules look up.
import { documentPath } from '../../../functions/src/schema/paths.ts';
import {
  aChange,
  aCycle,
  aDelegation,
  aMember,
  aPerson,
  aSubmittedSheet,
  aUnit,
  aUnitSheet,
  cast,
  membersOfCast,
  theMonth,
  theOrg,
  theUnit,
} from '../../fixtures/documents.ts';
import { aFiledUnitPlan, theUnitYear } from '../../fixtures/unitPlans.ts';
import { theOtherHead, theOtherUnit } from '../../fixtures/facts.ts';
import { pathOf, type Asker, type Fields, type Place, type World } from '../request.ts';

/** Everybody who asks, by the relation in which they stand to lan's month; `judge` evaluates lan today, not then. */
export const players = { ...cast, delegate: 'khanh', overseer: 'yen', judge: 'long' } as const;
export type Player = keyof typeof players;
export const playerNames = Object.keys(players) as Player[];

export const asMember = (player: Player): Asker => ({ signedIn: true, org: theOrg, person: players[player] });

export const personMonth = `${cast.person}_${theMonth}`;
export const appeal = `${personMonth}_v1`;
/** What the person was told of their finding. */
export const notice = `${cast.person}_${personMonth}_r1_told`;
export const personYear = `${cast.person}_2026`;
export const replacementCase = `${cast.person}_2026_k1`;
export const unitMonth = `${theUnit}_${theMonth}`;
export const at = (place: Place, id: string) => pathOf(theOrg, place, id);
const fields = (document: object) => document as Fields;

const members = {
  ...membersOfCast(),
  delegate: aMember(),
  overseer: aMember({ oversees: [theUnit] }),
  // Nobody judges themselves, whatever a function may have written.
  judge: aMember({ judges: [players.person, players.judge] }),
  decider: aMember({ judges: [players.person, players.head] }),
};

/** What stands there in every case, unless the case says otherwise. */
export const scene: World = {
  ...Object.fromEntries(
    playerNames.map((player) => [documentPath(theOrg, 'members', players[player]), fields(members[player])]),
  ),
  [at('sheets', personMonth)]: fields(aSubmittedSheet()),
  [at('units', theUnit)]: fields(aUnit()),
  [at('unitSheets', unitMonth)]: fields(aUnitSheet()),
  [at('unitSheets', `${theOtherUnit}_${theMonth}`)]: fields(
    aUnitSheet({ unit: theOtherUnit, head: theOtherHead }),
  ),
  [at('unitPlans', theUnitYear)]: fields(aFiledUnitPlan()),
  [at('cycles', theMonth)]: fields(aCycle()),
  [at('people', players.person)]: fields(aPerson()),
  [at('delegations', `${players.evaluator}_${players.delegate}`)]: fields(
    aDelegation({ delegate: players.delegate, acts: 'both', active: true, rev: 1 }),
  ),
  [at('delegations', `${players.decider}_${players.delegate}`)]: fields(
    aDelegation({ giver: players.decider, delegate: players.delegate, acts: 'both', active: true }),
  ),
  [at('changes', `${players.clerk}_c1`)]: fields(aChange({ state: 'draft', parts: 2 })),
};
