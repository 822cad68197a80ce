// What fields of points are called, by the record that they stand on.

/** The person's own, the evaluator's or the decider's: "points.I.1", "ePoints.I.1". */
export const scoreIds = (as: '' | 'e' | 'd') => (field: string) =>
  as === '' ? field : `${as}${field.charAt(0).toUpperCase()}${field.slice(1)}`;

/** Points in the names of that record: { score1: 5 } → { eScore1: 5 }. */
export const scoresAs = (as: '' | 'e' | 'd', scores: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(scores).map(([field, value]) => [scoreIds(as)(field), value as unknown]));
