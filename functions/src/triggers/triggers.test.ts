// The wiring: which events call a handler at all, with what, and what a task or a schedule hands on.
import functionsTest from 'firebase-functions-test';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ports } from '../handlers/ports.ts';

const called = vi.hoisted(() => ({ by: [] as string[] }));

vi.mock('../app.ts', () => ({
  withPorts: async (fn: string, work: (ports: Ports) => Promise<void>) => {
    called.by.push(fn);
    await work({} as Ports);
  },
  withAccounts: async (_: Ports, work: (ports: Ports) => Promise<void>) => work({} as Ports),
  withEvidence: async (_: Ports, work: (ports: Ports) => Promise<void>) => work({} as Ports),
  withReports: async (fn: string, work: (ports: Ports) => Promise<void>) => {
    called.by.push(fn);
    await work({} as Ports);
  },
  withSeals: async (fn: string, work: (ports: Ports) => Promise<void>) => {
    called.by.push(fn);
    await work({} as Ports);
  },
}));
const handlers = vi.hoisted(() => ({
  sheetWritten: vi.fn(),
  assessmentWritten: vi.fn(),
  findingWritten: vi.fn(),
  noteWritten: vi.fn(),
  fileWritten: vi.fn(),
  filesFollowSource: vi.fn(),
  filesFollowDelegation: vi.fn(),
  filesEveryDay: vi.fn(),
  delegationWritten: vi.fn(),
  appealWritten: vi.fn(),
  personWritten: vi.fn(),
  changeWritten: vi.fn(),
  decemberWritten: vi.fn(),
  yearWritten: vi.fn(),
  rebuildYear: vi.fn(),
  everyDay: vi.fn(),
  closeLeavers: vi.fn(),
  sealAudit: vi.fn(),
  keepDeadline: vi.fn(),
}));
vi.mock('../handlers/sheetWritten.ts', () => ({ sheetWritten: handlers.sheetWritten }));
vi.mock('../handlers/assessmentWritten.ts', () => ({ assessmentWritten: handlers.assessmentWritten }));
vi.mock('../handlers/findingWritten.ts', () => ({ findingWritten: handlers.findingWritten }));
vi.mock('../handlers/fileWritten.ts', () => ({ fileWritten: handlers.fileWritten }));
vi.mock('../handlers/fileReaders.ts', () => ({
  filesFollowSource: handlers.filesFollowSource,
  filesFollowDelegation: handlers.filesFollowDelegation,
}));
vi.mock('../handlers/filesEveryDay.ts', () => ({ filesEveryDay: handlers.filesEveryDay }));
vi.mock('../handlers/delegationWritten.ts', () => ({ delegationWritten: handlers.delegationWritten }));
vi.mock('../handlers/noteWritten.ts', () => ({ noteWritten: handlers.noteWritten }));
vi.mock('../handlers/appealWritten.ts', () => ({ appealWritten: handlers.appealWritten }));
vi.mock('../handlers/personWritten.ts', () => ({ personWritten: handlers.personWritten }));
vi.mock('../handlers/changeWritten.ts', () => ({ changeWritten: handlers.changeWritten }));
vi.mock('../handlers/openYear.ts', () => ({ decemberWritten: handlers.decemberWritten }));
vi.mock('../handlers/yearWritten.ts', () => ({ yearWritten: handlers.yearWritten }));
vi.mock('../handlers/rebuildYear.ts', () => ({ rebuildYear: handlers.rebuildYear }));
vi.mock('../handlers/closeLeavers.ts', () => ({ closeLeavers: handlers.closeLeavers }));
vi.mock('../handlers/everyDay.ts', () => ({ everyDay: handlers.everyDay }));
vi.mock('../handlers/sealAudit.ts', () => ({ sealAudit: handlers.sealAudit }));
vi.mock('../handlers/keepDeadline.ts', () => ({ keepDeadline: handlers.keepDeadline }));

const index = await import('../index.ts');
const test = functionsTest({ projectId: 'demo-nam-ro' });
afterAll(() => test.cleanup());
beforeEach(() => {
  called.by.length = 0;
  vi.clearAllMocks();
});

const path = 'orgs/nam-tu-liem/sheets/nv-001_2026-04';
const params = { org: 'nam-tu-liem', id: 'nv-001_2026-04' };
const snapshot = (data: object) => test.firestore.makeDocumentSnapshot(data, path) as object;
const change = (before: object, after: object) => test.makeChange(snapshot(before), snapshot(after));

describe('documents', () => {
  const sheet = test.wrap(index.onSheetWritten);

  it('calls the handler with the key when a client submits', async () => {
    await sheet({ data: change({ rev: 1, state: 'open' }, { rev: 2, state: 'submitted' }), params });
    expect(handlers.sheetWritten).toHaveBeenCalledExactlyOnceWith({}, params.org, params.id);
  });

  it.each([
    [
      'a function wrote its own block',
      { rev: 2, state: 'submitted' },
      { rev: 2, state: 'submitted', stage: 'evaluated' },
    ],
    ['a draft was saved', { rev: 1, state: 'open' }, { rev: 2, state: 'open' }],
  ])('does nothing, not even a read, when %s', async (_, before, after) => {
    await sheet({ data: change(before, after), params });
    expect(called.by).toEqual([]);
  });

  it("leaves an evaluator's draft alone and follows the evaluation, or a verdict given at once", async () => {
    const assessment = test.wrap(index.onAssessmentWritten);
    await assessment({ data: change({ rev: 1, state: 'waiting' }, { rev: 2, state: 'waiting' }), params });
    expect(called.by).toEqual([]);
    await assessment({ data: change({ rev: 2, state: 'waiting' }, { rev: 3, state: 'evaluated' }), params });
    expect(handlers.assessmentWritten).toHaveBeenCalledOnce();
    const verdicts = { x: 'open' };
    await assessment({
      data: change({ rev: 1, state: 'waiting', verdicts: {} }, { rev: 2, state: 'waiting', verdicts }),
      params,
    });
    expect(handlers.assessmentWritten).toHaveBeenCalledTimes(2);
  });

  it('tells the year of an act on a month once the month itself has followed it', async () => {
    const assessment = test.wrap(index.onAssessmentWritten);
    await assessment({ data: change({ rev: 2, state: 'evaluated' }, { rev: 3, state: 'decided' }), params });
    expect(handlers.decemberWritten).toHaveBeenCalledExactlyOnceWith({}, params.org, params.id);
    const [month, year] = [handlers.assessmentWritten, handlers.decemberWritten];
    expect(month.mock.invocationCallOrder[0]).toBeLessThan(year.mock.invocationCallOrder[0] ?? 0);
  });

  it("leaves a decider's draft of a year alone and follows the act, not its publication", async () => {
    const year = test.wrap(index.onYearAssessmentWritten);
    await year({ data: change({ rev: 0, state: 'waiting' }, { rev: 1, state: 'waiting' }), params });
    await year({ data: change({ rev: 2, state: 'decided' }, { rev: 2, state: 'published' }), params });
    expect(called.by).toEqual([]);
    await year({ data: change({ rev: 1, state: 'waiting' }, { rev: 2, state: 'decided' }), params });
    expect(handlers.yearWritten).toHaveBeenCalledExactlyOnceWith({}, params.org, params.id);
  });

  it('calls on the creation of what clients create', async () => {
    const nothing = snapshot({});
    const created = snapshot({ rev: 1, state: 'suspected' });
    await test.wrap(index.onFindingWritten)({ data: test.makeChange(nothing, created), params });
    expect(handlers.findingWritten).toHaveBeenCalledOnce();
  });

  it('names the author of a note when it is written and rewritten, and not when a function has named them', async () => {
    const note = test.wrap(index.onNoteWritten);
    await note({ data: test.makeChange(snapshot({}), snapshot({ rev: 1 })), params });
    await note({ data: change({ rev: 1 }, { rev: 1, authorName: 'Trần Văn An' }), params });
    expect(handlers.noteWritten).toHaveBeenCalledExactlyOnceWith({}, params.org, params.id);
    await note({ data: change({ rev: 1 }, { rev: 2 }), params });
    expect(handlers.noteWritten).toHaveBeenCalledTimes(2);
  });

  it('follows a file when its author announces and sends it and when its readers change, and not what a function judged', async () => {
    const file = test.wrap(index.onFileWritten);
    const expected = { rev: 1, state: 'expected', readers: [] };
    await file({ data: test.makeChange(snapshot({}), snapshot({ rev: 1, state: 'announced' })), params });
    expect(handlers.fileWritten).toHaveBeenCalledExactlyOnceWith({}, params.org, params.id);
    await file({ data: change({ ...expected, state: 'announced' }, expected), params });
    expect(handlers.fileWritten).toHaveBeenCalledOnce();
    await file({ data: change(expected, { ...expected, rev: 2, state: 'sent' }), params });
    expect(handlers.fileWritten).toHaveBeenCalledTimes(2);
    await file({ data: change(expected, { ...expected, readers: ['lan'] }), params });
    expect(handlers.fileWritten).toHaveBeenCalledTimes(3);
  });

  it('lets files follow who reads a finding or an appeal, and who stands in, though a function wrote it', async () => {
    const [finding, appeal] = [test.wrap(index.onFindingWritten), test.wrap(index.onAppealWritten)];
    const known = { rev: 1, notified: false, evaluator: 'hoa', log: [] };
    await finding({ data: change(known, { ...known, log: ['x'] }), params });
    expect(called.by).toEqual([]);
    await finding({ data: change(known, { ...known, notified: true }), params });
    await finding({ data: change(known, { ...known, evaluator: 'binh' }), params });
    await appeal({ data: change({ rev: 1, answerer: 'cao' }, { rev: 1, answerer: 'mai' }), params });
    const of = (name: string) => [undefined, params.org, `${name}/${params.id}`];
    expect(handlers.filesFollowSource.mock.calls).toEqual([of('findings'), of('findings'), of('appeals')]);
    expect(handlers.findingWritten).not.toHaveBeenCalled();
    const ofUnit = test.wrap(index.onUnitFindingWritten);
    handlers.filesFollowSource.mockClear();
    const seen = { rev: 1, notified: false, head: '', evaluator: '', decider: '', block: null, log: [] };
    await ofUnit({ data: change(seen, { ...seen, log: ['x'] }), params });
    expect(handlers.filesFollowSource).not.toHaveBeenCalled();
    for (const turned of [{ notified: true }, { head: 'son' }, { decider: 'mai' }, { block: 'party' }])
      await ofUnit({ data: change(seen, { ...seen, ...turned }), params });
    expect(handlers.filesFollowSource.mock.calls).toEqual(Array(4).fill(of('unitFindings')));
    const delegation = test.wrap(index.onDelegationWritten);
    const given = { org: params.org, id: 'hoa_khanh' };
    await delegation({ data: change({ rev: 1, active: false }, { rev: 1, active: true }), params: given });
    expect(handlers.filesFollowDelegation).toHaveBeenCalledExactlyOnceWith(undefined, params.org, 'hoa');
    expect(handlers.delegationWritten).not.toHaveBeenCalled();
  });

  it('follows an appeal when it is filed, completed, noted on and answered, and leaves a draft of the answer alone', async () => {
    const appeal = test.wrap(index.onAppealWritten);
    const stamp = (seconds: number) => ({ seconds });
    const filed = { rev: 1, state: 'filed', savedAt: stamp(1) };
    const calls = async (before: object, after: object) => {
      handlers.appealWritten.mockClear();
      await appeal({ data: change(before, after), params });
      return handlers.appealWritten.mock.calls.length;
    };
    expect(await calls({}, filed)).toBe(1);
    expect(await calls(filed, { ...filed, answerer: 'cao' })).toBe(0);
    expect(await calls(filed, { ...filed, rev: 2, savedAt: stamp(2) })).toBe(1);
    expect(await calls(filed, { ...filed, rev: 2, notedAt: stamp(2) })).toBe(1);
    expect(await calls(filed, { ...filed, rev: 2, answer: 'Đang xem lại' })).toBe(0);
    expect(await calls({ ...filed, rev: 2 }, { ...filed, rev: 3, state: 'answered' })).toBe(1);
    expect(
      await calls(
        { ...filed, rev: 3, state: 'answered' },
        { ...filed, rev: 3, state: 'answered', closedAt: 'x' },
      ),
    ).toBe(0);
  });

  it('judges a change when it is sent, created so or after its parts, and not while it is a draft', async () => {
    const change_ = test.wrap(index.onChangeWritten);
    await change_({ data: test.makeChange(snapshot({}), snapshot({ rev: 1, state: 'draft' })), params });
    expect(called.by).toEqual([]);
    await change_({ data: change({ rev: 1, state: 'draft' }, { rev: 2, state: 'sent' }), params });
    await change_({ data: test.makeChange(snapshot({}), snapshot({ rev: 1, state: 'sent' })), params });
    expect(handlers.changeWritten).toHaveBeenCalledTimes(2);
    await change_({ data: change({ rev: 2, state: 'sent' }, { rev: 2, state: 'applied' }), params });
    expect(handlers.changeWritten).toHaveBeenCalledTimes(2);
  });

  it('hands accounts to the trigger of people', async () => {
    await test.wrap(index.onPersonWritten)({ data: change({ rev: 1 }, { rev: 2 }), params });
    expect(handlers.personWritten).toHaveBeenCalledOnce();
  });

  it('follows a person who was removed, and not another write of functions', async () => {
    const nothing = snapshot({});
    await test.wrap(index.onPersonWritten)({ data: test.makeChange(snapshot({ rev: 2 }), nothing), params });
    expect(handlers.personWritten).toHaveBeenCalledOnce();
    await test.wrap(index.onPersonWritten)({ data: change({ rev: 2 }, { rev: 2, judgedBy: ['a'] }), params });
    expect(handlers.personWritten).toHaveBeenCalledOnce();
  });
});

describe('schedules', () => {
  it("takes the schedule's own time for its moment", async () => {
    await index.everyDay.run({ scheduleTime: '2026-04-23T17:00:00Z', jobName: 'everyDay' });
    expect(handlers.everyDay).toHaveBeenCalledExactlyOnceWith({}, '2026-04-23T17:00:00.000Z');
    expect(handlers.closeLeavers).toHaveBeenCalledExactlyOnceWith({}, '2026-04-23T17:00:00.000Z');
    expect(handlers.sealAudit).toHaveBeenCalledExactlyOnceWith({}, '2026-04-23T17:00:00.000Z');
  });

  it('seals last, when all that the night does is done', async () => {
    await index.everyDay.run({ scheduleTime: '2026-04-23T17:00:00Z', jobName: 'everyDay' });
    expect(called.by).toEqual(['everyDay', 'sealAudit']);
    const [swept] = handlers.everyDay.mock.invocationCallOrder;
    const [sealed] = handlers.sealAudit.mock.invocationCallOrder;
    expect(sealed).toBeGreaterThan(swept ?? Infinity);
  });

  it('needs the secret key for the seal, and no other function does', () => {
    const secretsOf = (fn: unknown) =>
      (fn as { __endpoint: { secretEnvironmentVariables?: { key: string }[] } }).__endpoint
        .secretEnvironmentVariables ?? [];
    expect(secretsOf(index.everyDay).map(({ key }) => key)).toEqual(['SEAL_KEY']);
    expect(Object.values(index).filter((fn) => secretsOf(fn).length > 0)).toEqual([index.everyDay]);
  });
});

describe('tasks', () => {
  const payload = {
    org: 'nam-tu-liem',
    month: '2026-04',
    kind: 'staff',
    due: '2026-04-24T17:00:00.000Z',
    unit: null,
  };

  it('hands a well-formed payload on', async () => {
    await index.keepDeadline.run({ data: payload } as Parameters<typeof index.keepDeadline.run>[0]);
    expect(handlers.keepDeadline).toHaveBeenCalledExactlyOnceWith({}, payload);
  });

  it('hands the month of a unit on to the years of its people', async () => {
    const marked = { org: 'nam-tu-liem', month: '2026-04', unit: 'phong-noi-vu' };
    await index.rebuildYear.run({ data: marked } as Parameters<typeof index.rebuildYear.run>[0]);
    expect(handlers.rebuildYear).toHaveBeenCalledExactlyOnceWith({}, marked);
    await expect(async () =>
      index.rebuildYear.run({ data: { ...marked, month: '2026' } } as Parameters<
        typeof index.rebuildYear.run
      >[0]),
    ).rejects.toThrow(/invalid/i);
    expect(handlers.rebuildYear).toHaveBeenCalledOnce();
  });

  it.each([
    ['an unknown kind', { ...payload, kind: 'lunch' }],
    ['no due moment', { ...payload, due: 'tomorrow' }],
    ['a field too many', { ...payload, extra: 1 }],
  ])('refuses %s', async (_, wrong) => {
    await expect(async () =>
      index.keepDeadline.run({ data: wrong } as Parameters<typeof index.keepDeadline.run>[0]),
    ).rejects.toThrow(/invalid|unrecognized/i);
    expect(handlers.keepDeadline).not.toHaveBeenCalled();
  });
});

describe('options', () => {
  const endpoints = Object.entries(index).map(
    ([name, fn]) => [name, (fn as { __endpoint: Endpoint }).__endpoint] as const,
  );

  it('sets the region of every function, because there is no default near Viet Nam', () => {
    expect(endpoints.map(([name, { region }]) => [name, region])).toEqual(
      endpoints.map(([name]) => [name, ['asia-southeast1']]),
    );
  });

  it('retries every event: a failing one is dropped without', () => {
    const events = endpoints.filter(([, endpoint]) => endpoint.eventTrigger);
    expect(events).toHaveLength(20);
    for (const [name, endpoint] of events) expect([name, endpoint.eventTrigger?.retry]).toEqual([name, true]);
  });

  it('runs its schedules in the time of Viet Nam', () => {
    const schedules = endpoints.flatMap(([, { scheduleTrigger }]) => scheduleTrigger ?? []);
    expect(schedules.map(({ schedule, timeZone }) => [schedule, timeZone]).sort()).toEqual([
      ['0 0 * * *', 'Asia/Ho_Chi_Minh'],
      ['0 6 28 * *', 'Asia/Ho_Chi_Minh'],
    ]);
  });
});

interface Endpoint {
  region?: string[];
  eventTrigger?: { retry: boolean };
  scheduleTrigger?: { schedule: string; timeZone: string };
}
