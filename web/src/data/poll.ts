// Waiting for a function's answer without listeners: reads after 1, 2, 4 and 8 seconds.
const waits = [1000, 2000, 4000, 8000];

/** Reads until `done`; false where the last read still wasn't it. */
export async function pollUntil<T>(read: () => Promise<T>, done: (value: T) => boolean): Promise<boolean> {
  for (const wait of waits) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (done(await read())) return true;
  }
  return false;
}
