// Tổ chức: the tree of units beside the people of the one chosen.
import { useMemo, useState } from 'preact/hooks';
import { formatDate } from '../../../../functions/src/domain/civilDate.ts';
import { blockLabels } from '../../../../functions/src/domain/labels.ts';
import type { UnitDocument } from '../../../../functions/src/schema/unit.ts';
import type { WholeOrganisation } from '../../data/wholeOrganisation.ts';
import { today } from '../../now.ts';
import { Check } from '../../parts/fields.tsx';
import { Icon } from '../../parts/icons.tsx';
import { PageHead } from '../../parts/Page.tsx';
import { showCount } from '../../parts/Pager.tsx';
import { hrefOf } from '../../router.ts';
import type { Me } from '../../session.ts';
import { PeopleTable } from './PeopleTable.tsx';
import { noHead, unitFacts } from './unitFacts.ts';
import { UnitTree } from './UnitTree.tsx';
import { WithOrganisation } from './WithOrganisation.tsx';
import { namesIn } from './words.ts';

export function OrganisationPage({ me, unit }: { me: Me; unit: string | null }) {
  return (
    <WithOrganisation me={me} page="organisation">
      {(whole) => <Whole whole={whole} at={unit} />}
    </WithOrganisation>
  );
}

function Whole({ whole, at }: { whole: WholeOrganisation; at: string | null }) {
  const day = today();
  const names = useMemo(() => namesIn(whole), [whole]);
  const [showClosed, setShowClosed] = useState(false);
  const closed = whole.units.filter((u) => u.closed !== null && u.closed < day).length;
  const here = whole.people.filter((p) => p.left === null || p.left >= day).length;
  const unit = whole.units.find(({ id }) => id === at) ?? null;
  // On a phone the tree would stand before everything else; there it opens on request.
  const isWide = matchMedia('(min-width: 801px)').matches;
  return (
    <>
      <PageHead
        title="Tổ chức"
        lead={`${whole.document.name}: ${showCount(whole.units.length - closed)} đơn vị, ${showCount(here)} người`}
      >
        <div class="row">
          <a
            class="button"
            href={hrefOf({ page: 'org-unit', id: null, ...(unit ? { parent: unit.id } : {}) })}
          >
            <Icon name="plus" /> Thêm đơn vị
          </a>
          <a
            class="button primary"
            href={hrefOf({ page: 'person', id: null, ...(unit ? { unit: unit.id } : {}) })}
          >
            <Icon name="plus" /> Thêm người
          </a>
        </div>
      </PageHead>
      <div class="org-panes">
        <details class="tree-box" open={isWide}>
          <summary>Cây đơn vị</summary>
          <UnitTree whole={whole} at={at} showClosed={showClosed} />
          {closed > 0 && (
            <Check
              id="show-closed"
              label={`Hiện cả ${closed} đơn vị đã giải thể`}
              checked={showClosed}
              onChange={setShowClosed}
            />
          )}
        </details>
        <div class="stack" style={{ '--gap': '32px' }}>
          {unit && <UnitHead whole={whole} unit={unit} names={names} />}
          <PeopleTable key={at} whole={whole} unit={unit?.id ?? null} unitName={names.unit} />
        </div>
      </div>
    </>
  );
}

function UnitHead(props: {
  whole: WholeOrganisation;
  unit: UnitDocument;
  names: ReturnType<typeof namesIn>;
}) {
  const { whole, unit, names } = props;
  const facts = unitFacts(whole, today()).get(unit.id);
  return (
    <section class="stack" aria-labelledby="unit-title">
      <div class="entry-head">
        <h2 id="unit-title">{unit.name}</h2>
        <a href={hrefOf({ page: 'org-unit', id: unit.id })}>Sửa đơn vị</a>
      </div>
      <dl class="facts">
        <dt>Loại</dt>
        <dd>
          {names.unitKind(unit.kind)}, {blockLabels[unit.block].toLowerCase()}
        </dd>
        <dt>Người đứng đầu</dt>
        <dd>{facts?.head ?? noHead}</dd>
        <dt>Số CBCCVC</dt>
        <dd>
          {facts?.headcount ?? 0}
          {unit.headcountOverride !== null && ' (ấn định)'}
        </dd>
        {unit.parent !== null && (
          <>
            <dt>Cấp trên</dt>
            <dd>
              <a href={hrefOf({ page: 'organisation', unit: unit.parent })}>{names.unit(unit.parent)}</a>
            </dd>
          </>
        )}
        {unit.role !== null && (
          <>
            <dt>Toàn tổ chức</dt>
            <dd>{names.unitRole(unit.role)}</dd>
          </>
        )}
        {unit.closed !== null && (
          <>
            <dt>Giải thể</dt>
            <dd>Hoạt động đến hết ngày {formatDate(unit.closed)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
