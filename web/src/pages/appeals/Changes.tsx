// What changed between two versions of a result, side by side.
import { levelLabels, ratingLabels, unratedLabel } from '../../../../functions/src/domain/labels.ts';
import type { Result } from '../../../../functions/src/schema/result.ts';
import { showScore } from '../../parts/parse.ts';

const lines: [string, (r: Result) => string][] = [
  ['Xếp loại tháng', ({ rating }) => (rating ? ratingLabels[rating] : unratedLabel)],
  ['Mức độ nhận diện', ({ level }) => (level ? levelLabels[level] : '–')],
  ['Điểm', ({ score }) => showScore(score)],
  ['Người quyết định', ({ decidedBy }) => decidedBy],
  ['Lý do', ({ reason }) => reason || '–'],
];

export function Changes({ before, after }: { before: Result; after: Result }) {
  const title = `Lần ${before.version} và lần ${after.version}: có gì thay đổi`;
  return (
    <div>
      {/* On a phone rows become blocks, and a caption would be squeezed into the first column. */}
      <p class="strong" aria-hidden="true">
        {title}
      </p>
      <table class="as-list">
        <caption class="hidden-visually">{title}</caption>
        <thead>
          <tr>
            <th scope="col">Nội dung</th>
            <th scope="col">Lần {before.version}</th>
            <th scope="col">Lần {after.version}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([label, of]) => {
            const isSame = of(before) === of(after);
            return (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td data-label={`Lần ${before.version}`}>{of(before)}</td>
                <td data-label={`Lần ${after.version}`} class={isSame ? 'soft' : 'strong'}>
                  {isSame ? 'không đổi' : of(after)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
