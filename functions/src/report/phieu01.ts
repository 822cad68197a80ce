// Phiếu 01, "Phiếu đánh giá, nhận diện (Đối với cá nhân)": figures to a page layout (S3, Phiếu số 01; domain.md section 10).
import { formatFormMonth } from '../domain/civilDate.ts';
import { levelLabels, personForm, ratingLabels, unratedLabel } from '../domain/labels.ts';
import { Annexes } from './annexes.ts';
import { basisContent } from './basis.ts';
import type { Content, TDocumentDefinitions } from './definition.ts';
import { footnoteContent, marked } from './footnotes.ts';
import { keepWithNext, Keeps } from './keep.ts';
import { reportDefinition, size } from './page.ts';
import { partyHeader } from './partyHeader.ts';
import type { Phieu01Input, Phieu01Outcome } from './phieu01Input.ts';
import { phieu01Table } from './phieu01Table.ts';
import { printable } from './printable.ts';
import { signatures } from './signatures.ts';

export { phieu01Input, type Phieu01Input } from './phieu01Input.ts';

export function phieu01(input: Phieu01Input): TDocumentDefinitions {
  const annexes = new Annexes();
  const keeps = new Keeps();
  const month = formatFormMonth(input.month);
  const content = [
    partyHeader({ ...personForm, ...input }),
    ...title(month),
    ...whose(input),
    phieu01Table(input, annexes),
    signatures(outcomeLines(input.outcome), [
      { ...personForm.signatures.left, name: input.headName },
      { ...personForm.signatures.right, name: input.personName },
    ]),
    footnoteContent(),
    ...manifestationContent(input),
    ...annexes.content(),
    ...basisContent(input.basis),
  ];
  return reportDefinition(
    {
      title: `Phiếu đánh giá, nhận diện tháng ${month}: ${input.personName}`,
      subject: `${personForm.title} ${personForm.subtitle}, ${personForm.monthLabel.toLowerCase()} ${month}`,
      author: input.unitName,
      createdAt: input.createdAt,
    },
    content,
    keeps,
  );
}

function title(month: string): Content[] {
  return [
    { text: personForm.title, bold: true, alignment: 'center' },
    { text: personForm.subtitle, italics: true, alignment: 'center' },
    { text: `${personForm.monthLabel} ${month}`, bold: true, alignment: 'center', margin: [0, 0, 0, 8] },
  ];
}

function whose(input: Phieu01Input): Content[] {
  const lines = [
    `${personForm.nameLabel}: ${printable(input.personName)}`,
    `${personForm.unitLabel}: ${printable(input.unitName)}`,
  ];
  return lines.map((text, i) => ({ text, margin: [0, 0, 0, i === lines.length - 1 ? 8 : 2] }));
}

const dotted = '.'.repeat(60);

/** Two results side by side; an excused month has neither (domain.md section 5). */
function outcomeTexts(outcome: Phieu01Outcome | null): [rating: string, level: string] {
  if (outcome === null) return [dotted, dotted];
  if (outcome.unrated) return [unratedLabel, unratedLabel];
  return [
    outcome.rating === null ? dotted : ratingLabels[outcome.rating],
    outcome.level === null ? dotted : levelLabels[outcome.level],
  ];
}

function outcomeLines(outcome: Phieu01Outcome | null): Content[] {
  const [rating, level] = outcomeTexts(outcome);
  return [
    { line: personForm.ratingLine, value: rating },
    { line: personForm.levelLine, value: level },
  ].map(({ line, value }, i) => ({
    text: [
      '- ',
      ...marked(line.text, line.footnote),
      ': ',
      value === dotted ? value : { text: value, bold: true },
    ],
    margin: [0, i === 0 ? 10 : 2, 0, 0],
  }));
}

/** Footnote 4 wants the content named; the columns have room for its number alone. */
function manifestationContent({ manifestations }: Phieu01Input): Content[] {
  if (manifestations.length === 0) return [];
  return [
    {
      text: 'Nội dung biểu hiện nêu trong phiếu',
      bold: true,
      fontSize: size.table,
      headlineLevel: keepWithNext,
      margin: [0, 8, 0, 2],
    },
    ...manifestations.map(({ code, text }): Content => {
      const block = { unbreakable: true, id: `code-${code}`, fontSize: size.table };
      return { ...block, text: [{ text: `${code}. `, bold: true }, printable(text)], margin: [0, 0, 0, 2] };
    }),
  ];
}
