// Who answers, by a table with its clauses, and that it is never the person nor anybody who decided.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answererOf, isFound, mayAnswer, type Above, type LineEnd } from './appealAnswerer.ts';

const body = { body: 'Ban Thường vụ Quận ủy', unitKind: 'party-committee', clause: 'suy luận' };
const above = (id: string): Above => ({ id, name: `Họ tên ${id}`, row: 7 });
const words = (text: string | undefined) => (text ?? '').split(' ').filter((word) => word !== '');
const table = readFileSync(join(import.meta.dirname, 'appealAnswerer.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1);

describe('who answers', () => {
  it.each(table.map((line) => line.split(',')))(
    '%s',
    (_, collective, struck, line, end, members, answerer, ofBody) => {
      const of = { collective: collective === 'yes', struck: words(struck), deciderName: 'Lê Thị Mai' };
      const lineEnd = end === '' ? null : (end as LineEnd);
      const found = answererOf(of, words(line).map(above), lineEnd, body, words(members));
      if (answerer === 'nobody') {
        expect(found).toHaveProperty('reason');
        return;
      }
      expect(found).toMatchObject({ id: answerer, body: ofBody === 'yes' ? body.body : null });
      // Every answer can be opened to the rule that gave it to somebody.
      expect(found).toHaveProperty('step.clause');
    },
  );

  const ids = fc.constantFrom('lan', 'mai', 'hung', 'cao', 'dinh', 'hoa');
  const some = fc.array(ids, { maxLength: 6 });

  it('is never the person nor anybody who decided or acted, whatever the line and the body', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        some,
        some,
        fc.constantFrom('outside', 'nobody', null),
        some,
        (collective, struck, line, end, members) => {
          const of = { collective, struck: ['lan', 'mai', ...struck], deciderName: 'Mai' };
          const found = answererOf(of, line.map(above), end, body, members);
          if (!('id' in found)) return;
          expect(of.struck).not.toContain(found.id);
          expect(mayAnswer(of.struck, found.id)).toBe(true);
          expect([...line, ...members]).toContain(found.id);
        },
      ),
    );
  });

  it('goes no further up than the first who may answer', () => {
    expect(isFound([], ['lan'])).toBe(false);
    expect(isFound([above('mai')], ['lan', 'mai'])).toBe(false);
    expect(isFound([above('mai'), above('cao')], ['lan', 'mai'])).toBe(true);
  });
});
