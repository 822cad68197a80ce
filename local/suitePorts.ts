// The ports of a run: free ones for a test, well-known ones for `npm start`.
import type { SparePorts } from './emulators/firebaseJson.ts';
import { claimPorts, requireFree } from './emulators/ports.ts';
import type { SuitePorts } from './suiteOptions.ts';

export interface ChosenPorts {
  ports: SuitePorts;
  spare: SparePorts;
  release: () => void;
}

const names = ['hosting', 'clock', 'relay', 'auth', 'firestore', 'functions', 'storage', 'hub'] as const;
/** Not 5000, which a Mac gives to AirPlay. */
const firstFixed = 5005;
const spares = 4;

function assign(numbers: number[]): { ports: SuitePorts; spare: SparePorts } {
  const at = (index: number) => numbers[index] ?? 0;
  const ports = Object.fromEntries(names.map((name, index) => [name, at(index)])) as Record<
    (typeof names)[number],
    number
  >;
  const [a, b, c, d] = [0, 1, 2, 3].map((index) => at(names.length + index));
  return { ports, spare: [a ?? 0, b ?? 0, c ?? 0, d ?? 0] };
}

export async function choosePorts(fixed: boolean): Promise<ChosenPorts> {
  const count = names.length + spares;
  if (!fixed) {
    const { claimed, release } = await claimPorts(count);
    return { ...assign(claimed), release };
  }
  const chosen = assign(Array.from({ length: count }, (_, index) => firstFixed + index));
  await requireFree({ ...chosen.ports });
  return { ...chosen, release: () => undefined };
}
