// Who is above both sides of trouble in co-ordination: the nearest one in both lines of authority (S3 II.3.3, "cấp có thẩm quyền theo phân cấp quản lý").

/** One step up: who decides on the one below. */
export interface Superior {
  id: string;
  name: string;
}

/**
 * `line` and `other` lead upward from the heads of the two units. Nearest is whoever has the fewest steps down to both; of
 * two as near, the one on the recording side. Neither head is above both, though one may decide on the other. Null: nobody.
 */
export function authorityAboveBoth(
  heads: readonly [string, string],
  line: readonly Superior[],
  other: readonly Superior[],
): Superior | null {
  const both = line.flatMap((above, up) => {
    const there = other.findIndex(({ id }) => id === above.id);
    return there < 0 || heads.includes(above.id) ? [] : [{ above, steps: up + there }];
  });
  const nearest = both.reduce<(typeof both)[number] | null>(
    (best, one) => (best === null || one.steps < best.steps ? one : best),
    null,
  );
  return nearest?.above ?? null;
}
