// Sending a change of the organisation (ADR 0006): one document, or a draft with its parts, and then waiting for the function's answer.
import { changePartPath, changeId as idOfChange, documentPath } from '../../../functions/src/schema/paths.ts';
import type { Change, ChangeKind, ChangeProblem } from '../../../functions/src/schema/change.ts';
import { sizes } from '../../../functions/src/schema/sizes.ts';
import { newKey } from './keys.ts';
import { createAt, readAt, readDocument, troubleOf, updateDocument, type Trouble } from './firestore.ts';

export interface ChangeToSend {
  kind: ChangeKind;
  source: Change['source'];
  reason: string;
  /** What each row says, by the row schemas of schema/change.ts; it travels as JSON. */
  rows: readonly object[];
}

export type ChangeAnswer =
  | { at: 'applied'; counts: NonNullable<Change['counts']> }
  | { at: 'refused'; problems: ChangeProblem[] }
  /** It arrived, and no answer came in the time that a page waits. */
  | { at: 'waiting'; id: string }
  /** It did not arrive as a whole: nothing of it takes effect. */
  | { at: 'failed'; trouble: Trouble };

export interface Progress {
  sent: number;
  all: number;
}

export interface ChangePorts {
  create(path: string, fields: Record<string, unknown>): Promise<void>;
  markSent(id: string): Promise<void>;
  read(id: string): Promise<Change | null>;
  exists(path: string): Promise<boolean>;
  troubleOf(error: unknown): Trouble;
  wait(ms: number): Promise<void>;
}

export const changePorts = (org: string): ChangePorts => ({
  create: (path, fields) => createAt(path, fields, ['savedAt']),
  markSent: (id) => updateDocument(org, 'changes', id, { state: 'sent', rev: 2 }, ['savedAt']),
  read: (id) => readDocument<Change>(org, 'changes', id),
  exists: async (path) => (await readAt(path)) !== null,
  troubleOf,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

/** Rows as JSON in documents of at most 500 rows and 200,000 characters. */
export function partsOf(rows: readonly object[]): string[][] {
  const parts: string[][] = [];
  let length = Infinity;
  for (const row of rows) {
    const json = JSON.stringify(row);
    const last = parts.at(-1);
    if (!last || last.length >= sizes.changeRows || length + json.length > sizes.changePart) {
      parts.push([json]);
      length = json.length;
    } else {
      last.push(json);
      length += json.length;
    }
  }
  return parts;
}

const answerWaits = (rows: number): number[] => [
  1000,
  2000,
  4000,
  8000,
  // A long list takes the function longer than a form.
  ...Array<number>(rows > sizes.changeRows ? 15 : 0).fill(8000),
];

/** Sends what `change` says and waits for its answer; a part that could not be sent leaves a draft that nobody applies. */
export async function sendChange(
  me: { org: string; pid: string },
  change: ChangeToSend,
  tell: (progress: Progress) => void = () => {},
  ports: ChangePorts = changePorts(me.org),
  key: string = newKey(),
): Promise<ChangeAnswer> {
  const id = idOfChange(me.pid, key);
  const parts = partsOf(change.rows);
  try {
    await send(me, id, change, parts, tell, ports);
  } catch (error) {
    return { at: 'failed', trouble: ports.troubleOf(error) };
  }
  return await answerOf(id, change.rows.length, ports);
}

async function send(
  me: { org: string; pid: string },
  id: string,
  change: ChangeToSend,
  parts: string[][],
  tell: (progress: Progress) => void,
  ports: ChangePorts,
): Promise<void> {
  const inOne = parts.length <= 1;
  const { kind, source, reason } = change;
  const all = change.rows.length;
  tell({ sent: 0, all });
  const head = {
    author: me.pid,
    kind,
    source,
    reason: reason.trim(),
    rows: inOne ? (parts[0] ?? []) : [],
    parts: inOne ? 0 : parts.length,
    state: inOne ? 'sent' : 'draft',
    rev: 1,
  };
  const create = (path: string, fields: Record<string, unknown>) =>
    persist(
      () => ports.create(path, fields),
      () => ports.exists(path),
      ports,
    );
  await create(documentPath(me.org, 'changes', id), head);
  let sent = 0;
  for (const [n, rows] of parts.entries()) {
    if (!inOne) await create(changePartPath(me.org, id, n), { author: me.pid, rows });
    sent += rows.length;
    tell({ sent, all });
  }
  const isUnderway = async () => (await ports.read(id))?.state !== 'draft';
  if (!inOne) await persist(() => ports.markSent(id), isUnderway, ports);
}

/**
 * Tries again after a lost connection. A repeated write that had arrived is refused by the rules, so after a retry a
 * refusal counts as success where `hasArrived` finds it.
 */
async function persist(
  write: () => Promise<void>,
  hasArrived: () => Promise<boolean>,
  ports: ChangePorts,
): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await write();
      return;
    } catch (error) {
      const trouble = ports.troubleOf(error);
      if (trouble === 'refused' && attempt > 0 && (await hasArrived())) return;
      if (trouble !== 'connection' || attempt === 3) throw error;
      await ports.wait(1000 * 2 ** attempt);
    }
  }
}

/** Reads after 1, 2, 4 and 8 seconds; a lost connection while waiting changes nothing about what was sent. */
async function answerOf(id: string, rows: number, ports: ChangePorts): Promise<ChangeAnswer> {
  for (const ms of answerWaits(rows)) {
    await ports.wait(ms);
    const found = await ports.read(id).catch(() => null);
    if (found?.state === 'refused') return { at: 'refused', problems: found.problems };
    if (found?.state === 'applied' && found.counts) return { at: 'applied', counts: found.counts };
  }
  return { at: 'waiting', id };
}

/** What to tell of an answer that is neither applied nor a list of problems. */
export const changeTroubles: Record<Trouble | 'waiting', string> = {
  refused: 'Máy chủ không nhận: tài khoản này không có quyền sửa tổ chức. Chưa có gì thay đổi.',
  'signed-out': 'Phiên đăng nhập đã hết. Đăng nhập lại rồi gửi lại; chưa có gì thay đổi.',
  connection: 'Mất kết nối. Chưa có gì thay đổi; kiểm tra mạng rồi gửi lại.',
  waiting: 'Đã gửi, máy chủ đang xử lý. Tải lại trang sau ít phút để xem kết quả; không cần gửi lại.',
};
