// Who is above both sides, by a table with its clauses; never one of the two.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorityAboveBoth, type Superior } from './coordination.ts';

const superior = (id: string): Superior => ({ id, name: `Họ tên ${id}` });
const lineOf = (text: string | undefined) =>
  (text ?? '')
    .split(' ')
    .filter((word) => word !== '')
    .map(superior);
const table = readFileSync(join(import.meta.dirname, 'coordination.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1);

describe('who is above both', () => {
  it.each(table.map((row) => row.split(',') as [string, string, string, string, string, string]))(
    '%s',
    (_, head, line, otherHead, otherLine, above) => {
      const found = authorityAboveBoth([head, otherHead], lineOf(line), lineOf(otherLine));
      expect(found?.id ?? 'nobody').toBe(above);
    },
  );

  const some = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 });

  it('stands in both lines, is neither head, and nobody who is nearer was passed over', () => {
    fc.assert(
      fc.property(some, some, (up, across) => {
        const [line, other] = [up.map(superior), across.map(superior)];
        const found = authorityAboveBoth(['a', 'b'], line, other);
        const both: string[] = up.filter((id) => across.includes(id) && !['a', 'b'].includes(id));
        if (found === null) {
          expect(both).toEqual([]);
          return;
        }
        expect(both).toContain(found.id);
        const stepsTo = (ids: readonly string[], id: string) => ids.indexOf(id);
        const steps = (id: string) => stepsTo(up, id) + stepsTo(across, id);
        expect(Math.min(...both.map(steps))).toBe(steps(found.id));
      }),
    );
  });
});
