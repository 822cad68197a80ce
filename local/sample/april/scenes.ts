// April 2026 from act to act: plans, drafts, findings, filings, evaluation, the two runs, decision (deadlines: domain.md section 7).
import type { Act, Attempt, Scene } from './acts.ts';
import type { Casebook, Wave } from './casebook.ts';
import { GroupActs, type Cast } from './groupActs.ts';

const attempt = (...names: Attempt[]): Act[] => names.map((name) => ({ do: 'attempt', attempt: name }));
const unique = (ids: readonly string[]) => [...new Set(ids)].sort();

export function scenesOf(cast: Cast, book: Casebook): Scene[] {
  const acts = new GroupActs(cast, book);
  const everybody = acts.group(...new Set([...book.plans, ...book.filings].flatMap(({ groups }) => groups)));
  return [
    ...planning(acts),
    ...book.findings,
    { at: '2026-04-15T15:00', title: 'Lưu nháp báo cáo', acts: acts.all('draft', everybody) },
    ...filing(acts),
    ...afterTheDeadline(acts),
    ...decisionAndAfter(acts),
  ];
}

function planning(acts: GroupActs): Scene[] {
  const [first, second, third] = acts.book.plans;
  const plans = ({ groups }: Wave) => acts.all('plan', acts.group(...groups));
  return [
    { at: '2026-04-02T08:30', title: first.title, acts: plans(first) },
    { at: '2026-04-02T14:00', title: second.title, acts: plans(second) },
    {
      at: '2026-04-03T09:00',
      title: third.title,
      acts: [
        ...plans(third),
        ...acts.units('unitPlan', acts.group('party-heads', 'state-heads')),
        { do: 'yearPlan', ...acts.book.yearPlan },
      ],
    },
  ];
}

function filing(acts: GroupActs): Scene[] {
  const { book } = acts;
  const [first, second, third] = book.filings;
  const { person, by, note } = book.returned;
  const evaluators = unique(acts.group(...book.early.groups).map((a) => a.evaluator));
  const heads = acts.group('party-heads');
  return [
    {
      at: '2026-04-21T16:00',
      title: first.title,
      acts: [...acts.filing(first), { do: 'yearPlanAgain', ...book.yearPlan }],
    },
    {
      at: '2026-04-22T10:00',
      title: second.title,
      acts: [...acts.filing(second), ...acts.special('secondFiling')],
    },
    {
      at: '2026-04-23T15:00',
      title: third.title,
      acts: [
        ...acts.filing(third),
        ...acts.special('thirdFiling'),
        ...attempt('submit-twice', 'incomplete-filing'),
      ],
    },
    {
      at: '2026-04-24T10:00',
      title: 'Nộp phiếu: người đứng đầu khối Đảng',
      acts: [
        ...acts.all('submit', heads),
        ...acts.units('unitFile', heads),
        ...book.earlyHeads.map((who): Act => ({ do: 'submit', who })),
      ],
    },
    {
      at: '2026-04-24T14:00',
      title: book.early.title,
      acts: [
        { do: 'return', who: by, person, note },
        ...evaluators.map((who): Act => ({ do: 'evaluate', who, except: [person] })),
        ...attempt('evaluate-leader-before-final-run'),
      ],
    },
  ];
}

/** The 25th to the 27th are days off: what is due moves to Tuesday the 28th, after the interim run at 06:00. */
function afterTheDeadline(acts: GroupActs): Scene[] {
  const { book, cast } = acts;
  const heads = acts.group('state-heads');
  const { party, government } = book.parts.offices;
  const staff = cast.authorities.filter((a) => a.tier === 'staff');
  const asked = cast.authorities.flatMap((a) => [...a.consulted, ...a.proposers]);
  return [
    {
      at: '2026-04-28T08:40',
      title: 'Nộp muộn, nộp lại; người đứng đầu khối chính quyền; số liệu',
      acts: [
        { do: 'submit', who: book.late },
        { do: 'submit', who: book.returned.person },
        ...acts.all(
          'submit',
          heads.filter(({ person }) => !book.earlyHeads.includes(person)),
        ),
        ...acts.units('unitFile', heads),
        { do: 'figures', who: party, block: 'party', except: book.withoutFigures },
        { do: 'figures', who: government, block: 'government', except: book.withoutFigures },
        ...attempt('other-block-figures', 'decide-before-evaluation', 'evaluator-decides-two-step'),
      ],
    },
    {
      at: '2026-04-28T14:00',
      title: book.lateEvaluation,
      acts: [
        ...acts.special('evaluation'),
        ...unique(staff.map((a) => a.evaluator)).map((who): Act => ({
          do: 'evaluate',
          who,
          except: [...book.away],
        })),
        ...attempt('evaluate-oneself', 'forged-actor'),
      ],
    },
    {
      at: '2026-04-29T09:00',
      title: 'Quyết định của người đứng đầu; ý kiến tham khảo, đề xuất',
      acts: [
        ...acts.special('decision'),
        ...unique(staff.filter((a) => a.evaluator !== a.decider).map((a) => a.decider)).map((who): Act => ({
          do: 'decide',
          who,
        })),
        ...unique(asked).map((who): Act => ({ do: 'answer', who, except: [book.silentConsultation] })),
        ...attempt('person-reads-consultation', 'person-reads-own-assessment', 'colleague-reads-assessment'),
      ],
    },
    {
      // In time for the deadline to evaluate, but one working day before the close: it counts in May.
      at: '2026-04-29T16:00',
      title: 'Xác nhận một dấu hiệu sát ngày chốt',
      acts: [...acts.special('tooLate')],
    },
  ];
}

/** After the final run of 30/4 and the days off: leaders are evaluated and decided in one act on Monday 4/5. */
function decisionAndAfter({ cast }: GroupActs): Scene[] {
  const deciders = unique(cast.authorities.filter((a) => a.tier === 'leader').map((a) => a.decider));
  return [
    {
      at: '2026-05-04T09:00',
      title: 'Đánh giá và quyết định đối với người đứng đầu, lãnh đạo',
      acts: deciders.map((who): Act => ({ do: 'evaluate', who })),
    },
    {
      at: '2026-05-05T08:30',
      title: 'Sau công bố: những việc phải bị từ chối',
      acts: attempt('person-writes-result', 'act-after-publication', 'colleague-reads-findings'),
    },
  ];
}
