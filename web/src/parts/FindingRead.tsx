// One finding to read, a person's or a unit's: what was seen, which of the 25, by when to remedy it, how it stands.
import { parseCodes } from '../../../functions/src/domain/finding.ts';
import {
  degreeShortLabels,
  findingStateLabels,
  remedyStateLabels,
  sourceLabels,
} from '../../../functions/src/domain/labels.ts';
import type { Finding } from '../../../functions/src/schema/finding.ts';
import { useWording } from '../data/organisationWord.ts';
import { showDate } from './parse.ts';

type Readable = Pick<
  Finding,
  | 'fact'
  | 'codes'
  | 'source'
  | 'degree'
  | 'due'
  | 'state'
  | 'remedyState'
  | 'remedy'
  | 'remedyNote'
  | 'settleReason'
> & {
  /** Who saw it, where that is kept. */
  authorName?: string | undefined;
};

export function FindingRead({ data }: { data: Readable }) {
  const wording = useWording();
  return (
    <div class="stack" style={{ '--gap': '6px' }}>
      <p class="pre">{data.fact}</p>
      <ul class="plain small">
        {parseCodes(data.codes).map((code) => (
          <li key={code}>
            <details>
              <summary>
                <span class="code">{code}</span> {wording(code).slice(0, 60)}…
              </summary>
              <p class="soft">{wording(code)}</p>
            </details>
          </li>
        ))}
      </ul>
      <p class="small soft">
        {sourceLabels[data.source]}
        {data.authorName && ` (${data.authorName})`} · mức độ {degreeShortLabels[data.degree]}
        {data.due && ` · hạn khắc phục ${showDate(data.due)}`} · {findingStateLabels[data.state]}
        {data.state === 'confirmed' && ` · ${remedyStateLabels[data.remedyState]}`}
      </p>
      {data.remedy && <p class="pre">Khắc phục: {data.remedy}</p>}
      {data.remedyNote && <p class="pre">Ý kiến về kết quả khắc phục: {data.remedyNote}</p>}
      {data.settleReason && <p class="pre">Lý do kết luận: {data.settleReason}</p>}
    </div>
  );
}
