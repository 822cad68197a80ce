// What the person reported at themselves and nobody has settled yet, with a place for its evidence (ADR 0014).
import type { Finding } from '../../../../functions/src/schema/finding.ts';
import type { Row } from '../../data/firestore.ts';
import { FindingRead } from '../../parts/FindingRead.tsx';
import { Evidence } from '../../parts/LazyEvidence.tsx';
import type { Me } from '../../session.ts';

export const OwnSuspected = ({ me, findings }: { me: Me; findings: Row<Finding>[] }) => (
  <section class="stack" aria-labelledby="own-suspected">
    <h2 id="own-suspected">Tự nhận diện, chờ kết luận</h2>
    {findings.map(({ id, data }) => (
      <div class="entry stack narrow" key={id}>
        <FindingRead data={data} />
        <Evidence me={me} of={`findings/${id}`} on={data} />
      </div>
    ))}
  </section>
);
