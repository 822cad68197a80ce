// Beside a year: the replacement cases of that person, for who decides on them, and of oneself once decided.
import { formatMoment } from '../../../../functions/src/domain/civilDate.ts';
import {
  replacementGroundLabels,
  replacementOutcomeLabels,
  replacementTitle,
} from '../../../../functions/src/domain/replacementLabels.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { CaseState } from './CaseState.tsx';
import { readOfPerson, readTold } from './readReplacements.ts';

export function CasesOfYear({ me, person, year }: { me: Me; person: string; year: string }) {
  const [loaded] = useLoaded(
    async () =>
      person === me.pid
        ? (await readTold(me)).filter(({ data }) => data.year === year)
        : readOfPerson(me, person, year),
    `${me.pid} ${person} ${year}`,
  );
  if (loaded.at !== 'there' || loaded.value.length === 0) return null;
  return (
    <section class="stack narrow" aria-labelledby="year-cases">
      <h2 id="year-cases">{replacementTitle}</h2>
      <ul class="plain stack">
        {loaded.value.map(({ id, data }) => (
          <li key={id} class="row">
            <a href={hrefOf({ page: 'replacements', id })}>{replacementGroundLabels[data.ground]}</a>
            <CaseState state={data.state} />
            {data.outcome && (
              <span>
                {replacementOutcomeLabels[data.outcome]}
                {data.decidedAt && <span class="soft"> · {formatMoment(data.decidedAt)}</span>}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
