// An absence entered during a month excuses in it what one known at the opening does (domain.md section 5).
import { absenceOf } from '../domain/missing.ts';
import type { Month } from '../domain/words.ts';
import type { PersonDocument } from '../schema/person.ts';
import { assessmentRef, organisationRef, sheetRef } from '../schema/refs.ts';
import { calendarFor } from './calendarIn.ts';
import { converge } from './converge.ts';
import { isSettledFor } from './copyAuthority.ts';
import { findingFromFiling } from './findingFromFiling.ts';
import { markUnit } from './markUnit.ts';
import { followProposal } from './monthOfPerson.ts';
import type { Ports } from './ports.ts';

export async function followAbsences(
  ports: Ports,
  org: string,
  { id, absences, log }: Pick<PersonDocument, 'id' | 'absences' | 'log'>,
  months: readonly Month[],
): Promise<void> {
  const { documents } = ports;
  if (months.length === 0) return;
  const organisation = await documents.get(organisationRef(org));
  if (!organisation) throw new Error(`no organisation ${org}`);
  for (const month of months) {
    const excuse =
      absenceOf(absences, month, calendarFor(organisation.data), organisation.data.settings)?.excuse ?? null;
    const assessment = await documents.get(assessmentRef(org, id, month));
    // What was decided was decided by what was known.
    if (assessment && isSettledFor(assessment.data)) continue;
    const sheet = await converge(documents, sheetRef(org, id, month), () => ({ excuse }));
    if (!assessment || !sheet) continue;
    await converge(documents, assessmentRef(org, id, month), ({ data }) =>
      isSettledFor(data) ? null : { excuse },
    );
    const changedAt = log.findLast(({ what }) => what === 'change')?.at ?? sheet.data.due;
    await findingFromFiling(documents, org, sheet.data, changedAt);
    await followProposal(documents, org, id, month);
    await markUnit(ports, org, sheet.data.unit, month);
  }
}
