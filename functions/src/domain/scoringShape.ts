// The form that points may have on a document, by template: what one regex of the rules can say (ADR 0011); the rest is scoreFaults.
import type { Scores } from './scoringPoints.ts';

const upTo30 = '(30|[12]?[0-9]([.]5)?)';
const tenthsUpTo100 = '(100|[1-9]?[0-9]([.][0-9])?)';
/** Each with a blank behind it; of none a blank alone. */
const criteria = '( |([A-Za-z0-9.]{1,8}=[0-9]{1,3}([.][0-9])? ){1,99})';

const shape = new RegExp(
  `^(${[
    `HN-1841@1  ${upTo30} (20|1?[0-9]([.]5)?) (50|[1-4]?[0-9]([.]5)?)`,
    `ND-335(-LD)?@1 ${criteria}${upTo30} 0 (70|[1-6]?[0-9]([.][0-9])?)`,
    `[a-z][a-z0-9-]{0,19}@[1-9][0-9]? ${criteria}${tenthsUpTo100}( ${tenthsUpTo100}){2}`,
  ].join('|')})$`,
);

/** True iff a document may hold these points under that template: of shipped ones their maxima, of others numbers in tenths. */
export const haveShape = (template: string, { score1, score21, score22, points = '' }: Scores): boolean =>
  shape.test([template, points, score1, score21, score22].join(' '));
