// The state machine of a person-month: which act may lead where, by whom, on what condition (table of domain.md section 7).
import type { Stage } from './words.ts';

export const acts = [
  'open',
  'submit',
  'return',
  'evaluate',
  'withdraw',
  'sendBack',
  'decide',
  'reopenDecision',
  'publish',
  'republish',
  'unrate',
  'lock',
  'reopen',
] as const;
export type Act = (typeof acts)[number];

export const actors = [
  'system',
  'person',
  'evaluator',
  'delegate',
  'decider',
  'appealBody',
  'other',
] as const;
/** In what capacity one acts. `delegate` stands in for the evaluator; a decider's own decision is not delegated to them. */
export type Actor = (typeof actors)[number];

export interface StageContext {
  actor: Actor;
  /** The actor is the person whose month it is, in whatever capacity. */
  isSelf: boolean;
  /** Something has been filed at least once. */
  filed: boolean;
  /** The three parts are complete (`checkFiling` finds nothing). */
  complete: boolean;
  /** The person's deadline has passed. */
  pastDue: boolean;
  /** The deadline to evaluate has passed. */
  evaluationLate: boolean;
  /** Suspected findings without a verdict. */
  unsettled: number;
  /** Points and a proposed level are there. */
  scored: boolean;
  /** Rating and level are there. */
  resulted: boolean;
  /** The decision needs a reason (`decisionWarnings`). */
  needsReason: boolean;
  /** A reason, or the note of a return, was written. */
  reason: string;
  /** Leaders wait for the final run. */
  held: boolean;
  /** Asked or proposing, not yet answered, and before their deadline. */
  consultsOpen: number;
  /** The moment of publication has come. */
  publicationDue: boolean;
  /** An excuse was entered by the clerk. */
  excused: boolean;
  appealWindowOver: boolean;
  appealOpen: boolean;
}

export type Transition = { to: Stage } | { refused: string };

interface Line {
  from: readonly Stage[];
  by: readonly Actor[];
  to: Stage;
  /** What is still in the way, or null. */
  unless: (context: StageContext) => string | null;
}

const lines: Record<Act, readonly Line[]> = {
  open: [{ from: ['planned'], by: ['system'], to: 'open', unless: () => null }],
  submit: [
    { from: ['open'], by: ['person'], to: 'submitted', unless: incomplete },
    // Late filing is possible until decided, so also after an evaluation of what had not come.
    {
      from: ['evaluated'],
      by: ['person'],
      to: 'submitted',
      unless: (c) => (c.filed ? 'Phiếu đã được đánh giá, không nộp lại được.' : incomplete(c)),
    },
  ],
  return: [
    {
      from: ['submitted'],
      by: ['evaluator', 'delegate'],
      to: 'open',
      unless: unexplained('Nêu nội dung cần bổ sung khi trả lại phiếu.'),
    },
  ],
  evaluate: [
    { from: ['submitted'], by: ['evaluator', 'delegate', 'decider'], to: 'evaluated', unless: unscored },
    {
      from: ['open'],
      by: ['evaluator', 'delegate', 'decider'],
      to: 'evaluated',
      unless: (c) => (c.pastDue ? unscored(c) : 'Chưa hết hạn nộp phiếu.'),
    },
  ],
  withdraw: [{ from: ['evaluated'], by: ['evaluator', 'delegate'], to: 'submitted', unless: () => null }],
  sendBack: [
    {
      from: ['evaluated'],
      by: ['decider'],
      to: 'submitted',
      unless: unexplained('Nêu nội dung cần xem lại khi chuyển lại người đánh giá.'),
    },
  ],
  decide: [{ from: ['evaluated'], by: ['decider'], to: 'decided', unless: undecidable }],
  reopenDecision: [
    {
      from: ['decided'],
      by: ['decider'],
      to: 'evaluated',
      unless: unexplained('Nêu lý do xem lại quyết định.'),
    },
  ],
  publish: [
    // A month không xếp loại is published too, without its cause (section 11).
    {
      from: ['decided', 'unrated'],
      by: ['system'],
      to: 'published',
      unless: (c) => (c.publicationDue ? null : 'Chưa đến thời điểm công khai.'),
    },
  ],
  republish: [
    {
      from: ['published'],
      by: ['decider', 'appealBody'],
      to: 'published',
      unless: unexplained('Nêu lý do sửa kết quả đã công khai.'),
    },
  ],
  unrate: [
    {
      from: ['planned', 'open', 'submitted', 'evaluated', 'decided'],
      by: ['decider'],
      to: 'unrated',
      unless: (c) => (c.excused ? null : 'Chưa có lý do vắng mặt được ghi nhận trong tháng.'),
    },
  ],
  lock: [{ from: ['published'], by: ['system'], to: 'locked', unless: unlockable }],
  reopen: [
    {
      from: ['locked'],
      by: ['decider'],
      to: 'published',
      unless: unexplained('Nêu lý do mở lại kết quả đã chốt.'),
    },
  ],
};

/** Where the act leads, or why it is refused, in words for the screen. */
export function transition(from: Stage, act: Act, context: StageContext): Transition {
  if (context.isSelf && act !== 'submit') return { refused: 'Không ai đánh giá, quyết định cho chính mình.' };
  const line = lines[act].find((candidate) => candidate.from.includes(from));
  if (line === undefined) return { refused: 'Phiếu không ở bước này.' };
  if (!line.by.includes(context.actor)) return { refused: 'Bước này thuộc thẩm quyền của người khác.' };
  const obstacle = line.unless(context);
  return obstacle === null ? { to: line.to } : { refused: obstacle };
}

function incomplete({ complete }: StageContext): string | null {
  return complete ? null : 'Phiếu chưa đủ ba phần: báo cáo, Phiếu 01 và kế hoạch tháng sau.';
}

function unexplained(refusal: string): (context: StageContext) => string | null {
  return ({ reason }) => (reason.trim() === '' ? refusal : null);
}

/** Leaders are evaluated and decided together after the final run; the decider may evaluate in a late evaluator's stead. */
function unscored(context: StageContext): string | null {
  if (context.actor === 'decider' && !context.evaluationLate) return 'Người đánh giá còn trong hạn đánh giá.';
  if (context.held) return heldRefusal;
  if (context.unsettled > 0) return `Còn ${context.unsettled} dấu hiệu chưa kết luận.`;
  return context.scored ? null : 'Chấm điểm và chọn mức độ nhận diện trước.';
}

const heldRefusal = 'Người đứng đầu, lãnh đạo được đánh giá và quyết định sau lần tổng hợp cuối.';

function undecidable(context: StageContext): string | null {
  if (context.held) return heldRefusal;
  if (context.consultsOpen > 0)
    return `Còn ${context.consultsOpen} ý kiến tham khảo, đề xuất chưa trả lời và chưa hết hạn.`;
  if (!context.resulted) return 'Chọn cả xếp loại và mức độ nhận diện.';
  return context.needsReason && context.reason.trim() === ''
    ? 'Nêu lý do, vì kết quả khác khung điểm, đánh giá hoặc đề xuất.'
    : null;
}

function unlockable({ appealWindowOver, appealOpen }: StageContext): string | null {
  if (!appealWindowOver) return 'Chưa hết thời hạn kiến nghị.';
  return appealOpen ? 'Còn kiến nghị chưa trả lời.' : null;
}
