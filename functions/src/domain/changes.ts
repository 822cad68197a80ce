// Judging a change of the organisation (ADR 0006). Pure, so that the screens, the dry run of an import and the function that
// applies a change say the same.
export { judgeMembers } from './changeMembers.ts';
export { judgePeople } from './changePeople.ts';
export {
  changedFields,
  type ChangeRow,
  type Judged,
  type MemberRights,
  type MembersNow,
  type OrganisationNow,
  type PersonValue,
  type RowProblem,
  type UnitRecord,
  type UnitValue,
} from './changeRows.ts';
export { judgeUnits } from './changeUnits.ts';
