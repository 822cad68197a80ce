// Empties the emulators of a run.
import type { Emulator, SuiteCoordinates } from './suiteOptions.ts';

type Wiped = Pick<SuiteCoordinates, 'project' | 'ports' | 'emulators'>;

const requests: Partial<Record<Emulator, (project: string) => [method: string, path: string]>> = {
  firestore: (project) => ['DELETE', `emulator/v1/projects/${project}/databases/(default)/documents`],
  auth: (project) => ['DELETE', `emulator/v1/projects/${project}/accounts`],
  storage: () => ['POST', 'internal/reset'],
};

export async function wipe({ project, ports, emulators }: Wiped): Promise<void> {
  for (const emulator of emulators) {
    const request = requests[emulator]?.(project);
    if (!request) continue;
    const [method, path] = request;
    const response = await fetch(`http://127.0.0.1:${ports[emulator]}/${path}`, {
      method,
      headers: { authorization: 'Bearer owner' },
    });
    if (!response.ok)
      throw new Error(
        `The ${emulator} emulator could not be emptied: ${response.status} ${await response.text()}`,
      );
  }
}
