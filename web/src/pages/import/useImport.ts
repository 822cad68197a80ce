// One import from the file to the answer: read and dry-run in a worker, sent as one change, all of it or nothing.
import { useEffect, useRef, useState } from 'preact/hooks';
import { headSignature, type Grid, type Mapping } from '../../../../functions/src/domain/import/columns.ts';
import type { DryRun } from '../../../../functions/src/domain/import/dryRun.ts';
import type { ChangeProblem } from '../../../../functions/src/schema/change.ts';
import { changeTroubles, sendChange, type Progress } from '../../data/change.ts';
import type { ListKind } from '../../data/import/dryRunOf.ts';
import type { Answered, Asked, Numbered } from '../../data/import/importWorker.ts';
import { rememberedMapping, rememberMapping } from '../../data/import/mappings.ts';
import { forgetOrganisation, readOrganisationNow } from '../../data/organisation.ts';
import { today } from '../../now.ts';
import type { Me } from '../../session.ts';

export interface ReadFile {
  name: string;
  /** The first lines, for the head and for examples. */
  first: Grid;
  rows: number;
}

export type Step =
  | { at: 'none' }
  | { at: 'reading'; name: string }
  | { at: 'unreadable'; reason: string }
  | { at: 'read'; file: ReadFile };

export type Checked =
  { at: 'no' } | { at: 'running' } | { at: 'done'; run: DryRun<unknown> } | { at: 'failed' };

export type Sent =
  | { at: 'no' }
  | { at: 'sending'; progress: Progress }
  | { at: 'applied'; added: number; changed: number }
  | { at: 'refused'; problems: ChangeProblem[] }
  | { at: 'trouble'; text: string };

export function useImport(me: Me) {
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  const [kind, setKind] = useState<ListKind>('people');
  const [step, setStep] = useState<Step>({ at: 'none' });
  const [head, setHead] = useState(0);
  const [mapping, setMapping] = useState<Mapping>({});
  const [checked, setChecked] = useState<Checked>({ at: 'no' });
  const [sent, setSent] = useState<Sent>({ at: 'no' });
  const file = useRef<File | null>(null);

  useEffect(() => () => worker.current?.terminate(), []);

  const ask = (question: Asked, tell: (answer: Answered) => void) => {
    const turn = ++asked.current;
    worker.current ??= new Worker(new URL('../../data/import/importWorker.ts', import.meta.url), {
      type: 'module',
    });
    worker.current.onmessage = ({ data }: MessageEvent<Numbered<Answered>>) => {
      if (data.turn === asked.current) tell(data.of);
    };
    worker.current.postMessage({ turn, of: question } satisfies Numbered<Asked>);
  };

  const check = async (as: ListKind, line: number, columns: Mapping) => {
    setChecked({ at: 'running' });
    setSent({ at: 'no' });
    try {
      const { units, people, document } = await readOrganisationNow(me.org);
      const bare = people.map((person) => ({ ...person, log: [] }));
      const now = {
        units: units.map((unit) => ({ ...unit, log: [] })),
        people: bare,
        profile: document.profile,
        day: today(),
        author: me.pid,
      };
      ask({ ask: 'dry-run', kind: as, head: line, mapping: columns, now }, (answer) =>
        setChecked(answer.at === 'dry-run' ? { at: 'done', run: answer.run } : { at: 'failed' }),
      );
    } catch {
      setChecked({ at: 'failed' });
    }
  };

  const read = async (chosen: File, as: ListKind = kind) => {
    file.current = chosen;
    setStep({ at: 'reading', name: chosen.name });
    setChecked({ at: 'no' });
    setSent({ at: 'no' });
    let bytes: ArrayBuffer;
    try {
      bytes = await chosen.arrayBuffer();
    } catch {
      setStep({ at: 'unreadable', reason: 'Không mở được tệp. Chọn lại tệp từ máy này.' });
      return;
    }
    ask({ ask: 'read', kind: as, name: chosen.name, bytes }, (answer) => {
      if (answer.at !== 'read') {
        setStep({ at: 'unreadable', reason: answer.at === 'unreadable' ? answer.reason : '' });
        return;
      }
      const { first, rows } = answer;
      const columns =
        rememberedMapping(me.org, as, headSignature(first[answer.head] ?? [])) ?? answer.mapping;
      setStep({ at: 'read', file: { name: chosen.name, first, rows } });
      setHead(answer.head);
      setMapping(columns);
      void check(as, answer.head, columns);
    });
  };

  const send = async (reason: string) => {
    if (checked.at !== 'done' || sent.at === 'sending') return;
    const rows = checked.run.toSend;
    const tell = (progress: Progress) => setSent({ at: 'sending', progress });
    const answer = await sendChange(me, { kind, source: 'import', reason, rows }, tell);
    if (answer.at === 'applied') {
      forgetOrganisation();
      setSent({ at: 'applied', added: answer.counts.added, changed: answer.counts.changed });
    } else if (answer.at === 'refused') setSent({ at: 'refused', problems: answer.problems });
    else
      setSent({ at: 'trouble', text: changeTroubles[answer.at === 'failed' ? answer.trouble : 'waiting'] });
  };

  return {
    kind,
    step,
    head,
    mapping,
    checked,
    sent,
    read: (chosen: File) => void read(chosen),
    choose: (as: ListKind) => {
      setKind(as);
      if (file.current) void read(file.current, as);
    },
    setHead: (line: number) => {
      setHead(line);
      void check(kind, line, mapping);
    },
    setColumn: (key: string, at: number | null) => {
      if (step.at !== 'read') return;
      const rest = Object.entries(mapping).filter(([other]) => other !== key);
      const columns = Object.fromEntries(at === null ? rest : [...rest, [key, at]]) as Mapping;
      setMapping(columns);
      rememberMapping(me.org, kind, headSignature(step.file.first[head] ?? []), columns);
      void check(kind, head, columns);
    },
    /** Against the organisation as it is now, after somebody changed it. */
    checkAgain: () => {
      forgetOrganisation();
      void check(kind, head, mapping);
    },
    send: (reason: string) => void send(reason),
  };
}
export type Import = ReturnType<typeof useImport>;
