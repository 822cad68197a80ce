// The head's report of a remedy with its evidence; what is typed stays on this device until it has arrived.
import { useEffect, useState } from 'preact/hooks';
import { deviceDrafts, tabId } from '../../data/drafts.ts';
import { nowMs } from '../../now.ts';
import { TextArea, type Errors } from '../../parts/fields.tsx';
import { Evidence } from '../../parts/LazyEvidence.tsx';
import type { Me } from '../../session.ts';
import { useSending } from '../../data/useSending.ts';
import type { UnitFindingRow } from './readUnits.ts';
import { actOnFinding } from './UnitFindings.tsx';

export function RemedyForm(props: {
  me: Me;
  row: UnitFindingRow;
  label: string;
  max: number;
  onDone: () => void;
}) {
  const { me, row, label, max, onDone } = props;
  const key = `${me.org}/${me.pid}/unitFindings/${row.id}`;
  const [remedy, setRemedy] = useState(row.data.remedy);
  const { problem, say, send } = useSending(onDone);
  const field = `remedy.${row.id}`;
  useEffect(() => {
    void deviceDrafts
      .read<{ remedy: string }>(key)
      .then((local) => local?.baseRev === row.data.rev && setRemedy(local.draft.remedy));
  }, [key]);
  const type = (text: string) => {
    setRemedy(text);
    const draft = { baseRev: row.data.rev, at: nowMs(), tab: tabId, draft: { remedy: text } };
    void deviceDrafts.write(key, draft).catch(() => undefined);
  };
  const report = async (remedyState: 'underway' | 'reported') => {
    if (remedyState === 'reported' && remedy.trim() === '') {
      say('Nêu đơn vị đã khắc phục thế nào và minh chứng');
      document.getElementById(field)?.focus();
      return;
    }
    const stamps = remedyState === 'reported' ? ['savedAt', 'remedyAt'] : ['savedAt'];
    if (await send(() => actOnFinding(me, row, { remedy, remedyState }, stamps)))
      await deviceDrafts.clear(key).catch(() => undefined);
  };
  const errors: Errors = new Map(problem ? [[field, problem]] : []);
  return (
    <>
      <TextArea id={field} label={label} max={max} value={remedy} errors={errors} onInput={type} />
      <Evidence me={me} of={`unitFindings/${row.id}`} on={row.data} />
      <div class="row">
        <button type="button" class="button" onClick={() => void report('reported')}>
          Báo cáo đã khắc phục
        </button>
        <button type="button" class="button" onClick={() => void report('underway')}>
          Ghi là đang khắc phục
        </button>
      </div>
    </>
  );
}
