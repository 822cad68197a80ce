// The whole access table, by collection.
import { decideBy, type Access } from '../access.ts';
import { appeals } from './appeals.ts';
import { assessments } from './assessments.ts';
import { consultations } from './consultations.ts';
import { delegations } from './delegations.ts';
import { backlogs, coordinations, limitations } from './facts.ts';
import { files } from './files.ts';
import { findings } from './findings.ts';
import { notes } from './notes.ts';
import { notices } from './notices.ts';
import { authorities, changes, cycles, members, orgs, parts, people, units } from './organisation.ts';
import { replacements } from './replacements.ts';
import { outsideResults } from './outsideResults.ts';
import { results, versions } from './results.ts';
import { plans, sheets } from './sheets.ts';
import { templates } from './templates.ts';
import { personYears, unitYears, yearAssessments } from './years.ts';
import { unitMonthPlans, unitPlans, yearPlans } from './unitPlans.ts';
import { subItems, unitFindings, unitRatings } from './unitActs.ts';
import { boards, figures, runs, unitMonths, unitSheets } from './unitDocuments.ts';

export const access: Access = {
  ...{ orgs, units, people, members, cycles, runs, authorities, changes, parts },
  ...{ sheets, plans, assessments, consultations, findings, results, versions },
  ...{ unitSheets, unitMonths, boards, figures, delegations, notes, notices },
  ...{ personYears, unitYears, yearAssessments, appeals, templates },
  ...{ limitations, coordinations, backlogs, replacements, files, outsideResults },
  ...{ unitRatings, unitFindings, subItems, unitPlans },
  ...{ 'unitSheets/plans': unitMonthPlans, 'unitPlans/plans': yearPlans },
};
export const decide = decideBy(access);
