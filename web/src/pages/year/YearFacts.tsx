// What a year comes to: proposal with its bounds, the open reading at exactly three, what one more month would do.
import { levelLabels, unratedLabel } from '../../../../functions/src/domain/labels.ts';
import type { YearSettings } from '../../../../functions/src/domain/settings.ts';
import { whatOneMoreWouldDo } from '../../../../functions/src/domain/yearAhead.ts';
import type { PersonYear } from '../../../../functions/src/schema/year.ts';
import { Fact } from '../../parts/Fact.tsx';
import { Notice } from '../../parts/Page.tsx';
import { showScore } from '../../parts/parse.ts';
import { Trace } from '../../parts/Trace.tsx';
import { boundsIn, proposalOf } from './yearWords.ts';

type Year = Pick<PersonYear, 'proposal' | 'counts' | 'trace'>;

/** `settings`: those of the organisation, for the warning; null where the year is decided. */
export function YearFacts({ year, settings }: { year: Year; settings: YearSettings | null }) {
  const { proposal, counts } = year;
  const warnings = settings ? whatOneMoreWouldDo(counts, settings) : [];
  return (
    <section class="stack" aria-labelledby="year-proposal">
      <h2 id="year-proposal">Hệ thống đề xuất</h2>
      <dl class="results">
        <Fact label="Xếp loại năm đề xuất" value={proposalOf(year)} />
        <Fact
          label="Điểm bình quân các tháng được xếp loại"
          value={proposal.mean === null ? '–' : showScore(proposal.mean)}
        />
        <Fact
          label="Mức độ nhận diện"
          value={(['good', 'fair', 'poor'] as const)
            .map((level) => `${levelLabels[level]} ${counts.levels[level]}`)
            .join(' · ')}
        />
        <Fact
          label="Tháng được xếp loại"
          value={`${counts.rated}${counts.unrated > 0 ? `, ${unratedLabel.toLowerCase()} ${counts.unrated}` : ''}`}
        />
      </dl>
      {boundsIn(year).map((text) => (
        <Notice key={text} tone="attention">
          <p>{text}</p>
        </Notice>
      ))}
      {proposal.openReading && (
        <Notice tone="todo">
          <p>{proposal.openReading}</p>
        </Notice>
      )}
      {proposal.replacement && (
        <Notice tone="attention">
          <p>{proposal.replacementWhy}. Hệ thống chỉ ghi lại, cấp có thẩm quyền quyết định.</p>
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice tone="todo">
          <p class="strong">Cảnh báo sớm</p>
          <ul>
            {warnings.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Trace title="Vì sao có đề xuất này?" steps={year.trace} />
    </section>
  );
}
