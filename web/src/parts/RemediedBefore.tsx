// What was confirmed last month and is remedied: section III tells how it ended, and asks nothing about it (S3 6.5).
import type { Sheet } from '../../../functions/src/schema/sheet.ts';

/** Absent on sheets of before. */
type Told = { remediedBefore?: Sheet['remediedBefore'] };

export const remediedTexts = ({ remediedBefore = {} }: Told): string[] =>
  Object.keys(remediedBefore)
    .sort()
    .map((finding) => remediedBefore[finding] ?? '');

/** How many findings of last month, remedied since, the evaluator's words about the score are to answer. */
export const foundBefore = (sheet: Told | null): number => (sheet ? remediedTexts(sheet).length : 0);

export function RemediedBefore({ sheet }: { sheet: Told }) {
  const texts = remediedTexts(sheet);
  if (texts.length === 0) return null;
  return (
    <div class="entry">
      <p class="soft">Biểu hiện của tháng trước đã khắc phục xong:</p>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
