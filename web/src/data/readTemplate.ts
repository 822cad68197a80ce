// The scoring template of a month: shipped ones are at hand, an organisation's own stands in the cycle of the month (ADR 0011).
import { isShipped, templateOf, type Template } from '../../../functions/src/domain/templates.ts';
import type { Month } from '../../../functions/src/domain/words.ts';
import type { Cycle } from '../../../functions/src/schema/cycle.ts';
import { readDocument } from './firestore.ts';

/** One read, and none for a shipped one. */
export async function readTemplate(
  org: string,
  { template, month }: { template: string; month: Month },
): Promise<Template> {
  const cycle = isShipped(template) ? null : await readDocument<Cycle>(org, 'cycles', month);
  return templateOf(template, cycle?.templates);
}
