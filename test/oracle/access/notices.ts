// Who may do what with what somebody is told (domain.md section 11: one's own alone).
import { noticeClientFields } from '../../../functions/src/schema/notice.ts';
import { reads, updates, type Act } from '../access.ts';

export const notices: readonly Act[] = [
  ...reads('person', ({ known, me }) => known.is('person', me)),
  updates(
    'person',
    null,
    Object.keys(noticeClientFields),
    ({ prior, after, me }) => prior?.['person'] === me && after?.['read'] === true,
  ),
];
