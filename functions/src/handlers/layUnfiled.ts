// Puts a month of which nothing was filed before its evaluator, with what there is to suspect of that (domain.md section 5).
import type { Moment } from '../domain/moment.ts';
import type { Sheet } from '../schema/sheet.ts';
import { assess } from './assess.ts';
import { findingFromFiling } from './findingFromFiling.ts';
import type { Ports } from './ports.ts';

/** `at`: the deadline that it missed. The finding comes first: the assessment names what wants a verdict. */
export async function layUnfiled(
  ports: Pick<Ports, 'documents'>,
  org: string,
  sheet: Sheet,
  at: Moment,
): Promise<void> {
  await findingFromFiling(ports.documents, org, sheet, at);
  await assess(ports, org, sheet, at);
}
