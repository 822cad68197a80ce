// Cases of writing: every act of the table as somebody may do it, over documents that may stand there.
import type { Kind } from './draft.ts';
import { appealKinds } from './writes/appeals.ts';
import { assessmentKinds } from './writes/assessments.ts';
import { factKinds } from './writes/facts.ts';
import { fileKinds } from './writes/files.ts';
import { findingKinds } from './writes/findings.ts';
import { otherKinds } from './writes/others.ts';
import { replacementKinds } from './writes/replacements.ts';
import { noticeKinds } from './writes/notices.ts';
import { outsideResultKinds } from './writes/outsideResults.ts';
import { sheetKinds } from './writes/sheets.ts';
import { templateKinds } from './writes/templates.ts';
import { unitActKinds } from './writes/unitActs.ts';
import { unitPlanKinds } from './writes/unitPlans.ts';
import { yearKinds } from './writes/years.ts';

export const writeKinds: readonly Kind[] = [
  ...sheetKinds,
  ...assessmentKinds,
  ...findingKinds,
  ...otherKinds,
  ...yearKinds,
  ...appealKinds,
  ...templateKinds,
  ...factKinds,
  ...unitActKinds,
  ...unitPlanKinds,
  ...replacementKinds,
  ...fileKinds,
  ...outsideResultKinds,
  ...noticeKinds,
];
