// Cài đặt: every setting of the organisation with its clause, changed with a reason by the personnel office or an administrator (domain.md section 11).
import { useState } from 'preact/hooks';
import {
  settingEntries,
  settingFault,
  settingGroups,
  settingsFault,
  settingText,
  type AllSettings,
  type SettingName,
} from '../../../../functions/src/domain/settingsTable.ts';
import { defaultSettings, defaultYearSettings } from '../../../../functions/src/domain/settings.ts';
import type { OrganisationDocument } from '../../../../functions/src/schema/cycle.ts';
import { readOrganisation } from '../../data/firestore.ts';
import { useChange, type Outcome } from '../../data/useChange.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import { useMember } from '../../data/useMember.ts';
import type { Errors } from '../../parts/fields.tsx';
import { ErrorSummary, type Fault } from '../../parts/ErrorSummary.tsx';
import { ForKeepers } from '../../parts/ForKeepers.tsx';
import { keepsPeople } from '../../parts/orgPlaces.ts';
import { OrgNav } from '../../parts/OrgNav.tsx';
import { LoadFailed, Loading, PageHead } from '../../parts/Page.tsx';
import { ReasonForm } from '../../parts/ReasonForm.tsx';
import type { Me } from '../../session.ts';
import { SettingField, shownAs, valueOf } from './SettingField.tsx';
import { SettingsHistory } from './SettingsHistory.tsx';

const title = 'Cài đặt';

export function SettingsPage({ me }: { me: Me }) {
  const member = useMember(me);
  const [loaded, reload] = useLoaded(() => readOrganisation(me.org), me.org);
  if (member === undefined || loaded.at === 'loading') return <Loading />;
  if (loaded.at === 'failed') return <LoadFailed onRetry={reload} />;
  if (!member || !keepsPeople(member) || !loaded.value) return <ForKeepers title={title} />;
  return (
    <>
      <OrgNav me={me} page="settings" />
      <PageHead
        title={title}
        lead="Có hiệu lực ngay với những gì chưa quyết định; hạn, sĩ số và mẫu chấm điểm của tháng đã mở giữ nguyên như khi mở"
      />
      <div class="stack" style={{ '--gap': '40px' }}>
        <Form me={me} organisation={loaded.value} onDone={reload} />
        <SettingsHistory me={me} log={(loaded.value as Partial<OrganisationDocument>).log ?? []} />
      </div>
    </>
  );
}

type Written = Partial<Record<SettingName, string | boolean>>;

interface Props {
  me: Me;
  organisation: OrganisationDocument;
  onDone: () => void;
}

function Form({ me, organisation, onDone }: Props) {
  // Absent on organisations of before a setting, where its default holds.
  const before: AllSettings = {
    ...{ ...defaultSettings, ...defaultYearSettings, ...organisation.settings },
    template: organisation.template,
  };
  const [written, setWritten] = useState<Written>({});
  const [check, setCheck] = useState<{ stamp: number; faults: Fault[] }>({ stamp: 0, faults: [] });
  const [refused, setRefused] = useState<Outcome | null>(null);
  const [isTold, setTold] = useState(false);
  const { isBusy, outcome, send } = useChange(me);
  const errors: Errors = new Map(check.faults.map(({ id, text }) => [id, text]));
  const submit = async (reason: string) => {
    const rows = settingEntries.flatMap((entry) => {
      const text = written[entry.name];
      if (text === undefined) return [];
      const value = valueOf(entry, text);
      return settingText(value) === settingText(before[entry.name])
        ? []
        : [{ entry, name: entry.name, value }];
    });
    const after = { ...before, ...Object.fromEntries(rows.map(({ name, value }) => [name, value])) };
    const together = settingsFault(after);
    const faults: Fault[] = [
      ...rows.flatMap(({ entry, name, value }) => {
        const text = settingFault(entry, value);
        return text === null ? [] : [{ id: name, text }];
      }),
      ...(together ? [{ id: together.name, text: together.text }] : []),
    ];
    setCheck({ stamp: check.stamp + 1, faults });
    setTold(false);
    setRefused(rows.length === 0 ? { isGood: false, text: 'Chưa thay đổi cài đặt nào.', reasons: [] } : null);
    if (faults.length > 0 || rows.length === 0) return;
    const change = {
      kind: 'settings' as const,
      reason,
      rows: rows.map(({ name, value }) => ({ name, value })),
    };
    const isApplied = await send(change, 'Đã ghi cài đặt. Có hiệu lực ngay.');
    setTold(true);
    if (!isApplied) return;
    setWritten({});
    onDone();
  };
  const drop = () => {
    setWritten({});
    setCheck({ stamp: check.stamp, faults: [] });
    setRefused(null);
    setTold(false);
  };
  return (
    <div class="stack narrow">
      <ErrorSummary
        title={`Còn ${check.faults.length} chỗ cần sửa`}
        faults={check.faults}
        stamp={check.stamp}
      />
      <ReasonForm
        id="settings"
        button="Ghi cài đặt"
        primary
        isBusy={isBusy}
        outcome={refused ?? (isTold ? outcome : null)}
        onSend={(reason) => void submit(reason)}
        onCancel={drop}
      >
        {settingGroups.map((group) => (
          <section class="stack" key={group.title} aria-label={group.title}>
            <h2>{group.title}</h2>
            {group.entries.map((entry) => (
              <SettingField
                key={entry.name}
                entry={entry}
                value={written[entry.name] ?? shownAs(entry, before[entry.name])}
                errors={errors}
                onChange={(value) => {
                  setWritten({ ...written, [entry.name]: value });
                  setRefused(null);
                }}
              />
            ))}
          </section>
        ))}
      </ReasonForm>
    </div>
  );
}
