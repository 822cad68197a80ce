// What changed between two versions of a result, side by side.
import type { Result } from '../../../functions/src/schema/result.ts';
import { resultChanges } from './resultChanges.ts';

export function ResultChanges({ before, after }: { before: Result; after: Result }) {
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
          {resultChanges(before, after).map((line) => (
            <tr key={line.label}>
              <th scope="row">{line.label}</th>
              <td class="pre" data-label={`Lần ${before.version}`}>
                {line.before}
              </td>
              <td data-label={`Lần ${after.version}`} class={line.isSame ? 'soft' : 'strong pre'}>
                {line.isSame ? 'không đổi' : line.after}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
