// "Lý do và căn cứ": every result shows the rule, the clause and the facts it came from (domain.md, principle of every rule).
import type { Basis } from './basisInput.ts';
import type { Content } from './definition.ts';
import { keepWithNext } from './keep.ts';
import { linesOf } from './measure.ts';
import { bodyWidth, size } from './page.ts';
import { printable } from './printable.ts';

const indent = 14;

const heading = (text: string, fontSize: number): Content => ({
  text,
  bold: true,
  fontSize,
  headlineLevel: keepWithNext,
  margin: [0, fontSize === size.body ? 16 : 8, 0, 4],
});

const paragraph = (text: Content, left = 0): Content => ({
  text,
  fontSize: size.running,
  margin: [left, 0, 0, 2],
});

const labelled = (label: string, text: string, left = 0): Content =>
  paragraph([{ text: `${label}: `, bold: true }, printable(text)], left);

/** A step of so many lines goes to the next page as a whole. */
const shortStep = 12;

/** Running text and no table: the facts of a step have no upper bound, and text breaks wherever the page ends. */
function traceStep({ clause, rule, facts, outcome }: Basis['trace'][number], n: number): Content {
  const head = `${n}. ${printable(rule)} [${printable(clause)}]`;
  const texts = facts.map((fact) => `– ${printable(fact)}`);
  const lines = [head, ...texts, outcome].map((text) => linesOf(text, bodyWidth - 2 * indent, size.running));
  const whole = lines.reduce((sum, count) => sum + count, 0) <= shortStep;
  const first = { fontSize: size.running, ...(whole ? {} : { headlineLevel: keepWithNext }) };
  const parts = [
    { ...first, text: head, margin: [0, 3, 0, 2] as [number, number, number, number] },
    ...texts.map((text) => paragraph(text, indent)),
    labelled('Kết quả', outcome, indent),
  ];
  // Each with an id, or the heading above a step could not tell that the step went to the next page (keep.ts).
  return { unbreakable: whole, stack: parts.map((part, i) => Object.assign(part, { id: `step-${n}-${i}` })) };
}

export function basisContent(basis: Basis | null): Content[] {
  if (basis === null) return [];
  const { statements, warnings, trace } = basis;
  return [
    heading('Lý do và căn cứ', size.body),
    ...statements.map(({ label, text }) => labelled(label, text)),
    ...(warnings.length === 0 ? [] : [heading('Cảnh báo', size.running)]),
    ...warnings.map((text) => paragraph(`– ${printable(text)}`)),
    ...(trace.length === 0 ? [] : [heading('Quy tắc đã áp dụng, dữ kiện và kết quả', size.running)]),
    ...trace.map((step, i) => traceStep(step, i + 1)),
  ];
}
