// A difference as one reads it.
import { scene } from './generate/scene.ts';
import { isNow, isStamp } from './request.ts';
import type { Difference } from './compare.ts';

const shown = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    isNow(inner)
      ? 'the time of the request'
      : isStamp(inner)
        ? `stamp ${inner.toMillis()}`
        : typeof inner === 'string' && inner.length > 80
          ? `${inner.slice(0, 80)}… (${inner.length})`
          : inner,
  );

/** A difference as one reads it: what was asked by whom, what stands there that isn't in the scene, and how it came about. */
export function describeDifference({ one, rules, table }: Difference): string {
  const { request, world, recipe } = one;
  const steps = request.steps.map(({ operation, path, query, after }) => {
    const stands = world[path];
    const changed =
      after &&
      Object.fromEntries(
        Object.entries(after).filter(([field, value]) => !stands || shown(stands[field]) !== shown(value)),
      );
    const gone = after && stands ? Object.keys(stands).filter((field) => !(field in after)) : [];
    return `  ${operation} ${path}${operation === 'list' ? ` where ${shown(query)}` : ''}${changed ? ` writes ${shown(changed)}` : ''}${gone.length > 0 ? ` takes away ${gone.join(', ')}` : ''}`;
  });
  const stands = Object.entries(world)
    .filter(([path, fields]) => scene[path] !== fields)
    .map(([path, fields]) => `  stands: ${path} ${shown(fields)}`);
  const gone = Object.keys(scene)
    .filter((path) => !(path in world))
    .map((path) => `  not there: ${path}`);
  const made = recipe.parts.map(({ kind, mutations }) =>
    [kind.name, ...mutations.map(({ name }) => name)].join(' + '),
  );
  return [
    `rules ${rules}, table ${table}: ${shown(request.asker)} (seed ${recipe.seed}: ${made.join(' & ')})`,
    ...steps,
    ...stands,
    ...gone,
  ].join('\n');
}
