// An administrator sent a scoring template to be issued: it is checked against what is issued already, and issued or handed back (ADR 0011).
import { monthOfMoment } from '../domain/civilDate.ts';
import type { Moment, ServerTime } from '../domain/moment.ts';
import type { Template } from '../domain/templates.ts';
import { checkTemplate } from '../domain/templatesCheck.ts';
import type { FilingGap } from '../domain/filingGap.ts';
import { organisationRef, refOf } from '../schema/refs.ts';
import { templateFieldsOf, type TemplateDocument } from '../schema/template.ts';
import { logged } from './audit.ts';
import { issuedTemplates } from './organisationAt.ts';
import { Conflict, updateOf, type Documents, type Ports } from './ports.ts';

const maxAttempts = 8;

/** Two sent side by side are judged one after the other: each commit writes the organisation's own document too, as a change does. */
export async function templateWritten(
  { documents, clock }: Pick<Ports, 'documents' | 'clock'>,
  org: string,
  id: string,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const sent = await documents.get(refOf(org, 'templates', id));
    if (!sent?.data.savedAt || sent.data.state !== 'sent') return;
    const at = await clock.momentOf(sent.data.savedAt.toMillis() as ServerTime);
    const organisation = await documents.get(organisationRef(org));
    if (!organisation) throw new Error(`no organisation ${org}`);
    const patch = await answerOf(documents, org, { id, template: sent.data, at });
    try {
      return await documents.commit([
        updateOf(refOf(org, 'templates', id), patch, sent.updateTime),
        updateOf(organisationRef(org), { lastChange: id }, organisation.updateTime),
      ]);
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === maxAttempts) throw error;
    }
  }
}

async function answerOf(
  documents: Documents,
  org: string,
  { id, template, at }: { id: string; template: TemplateDocument; at: Moment },
): Promise<Partial<TemplateDocument>> {
  const [member, author, standing] = await Promise.all([
    documents.get(refOf(org, 'members', template.author)),
    documents.get(refOf(org, 'people', template.author)),
    issuedTemplates(documents, org),
  ]);
  const faults = faultsOf(id, template, standing, at, member?.data.administrator === true);
  const issued = faults.length === 0;
  const state = issued ? ('issued' as const) : ('draft' as const);
  const reason = faults.map(({ message }) => message).join('; ');
  const { path } = refOf(org, 'templates', id);
  // The first fault of a field is the one to mend first.
  const named = faults.map(({ field, message }) => [field, message] as const).reverse();
  return {
    state,
    faults: Object.fromEntries(named),
    ...(issued ? { issuedAt: at, issuedBy: author?.data.name ?? template.author } : {}),
    log: logged(path, template.log, {
      ...{ at, who: template.author, forWhom: null, what: issued ? 'issue' : 'refuse' },
      ...{ before: 'sent', after: state, ...(issued ? {} : { reason }) },
    }),
  };
}

function faultsOf(
  id: string,
  template: TemplateDocument,
  issued: readonly Template[],
  at: Moment,
  mayIssue: boolean,
): FilingGap[] {
  // The rules asked when it was sent; a right may end meanwhile.
  if (!mayIssue) return [{ field: 'title', message: 'Người gửi không còn quyền ban hành mẫu.' }];
  const others = issued.filter((one) => one.id !== id);
  return checkTemplate(templateFieldsOf(template), { issued: others, month: monthOfMoment(at) });
}
