// Types that the judging pages share.
export type { Finding } from '../../../../functions/src/schema/finding.ts';
export type { TraceStep } from '../../../../functions/src/schema/fields.ts';
