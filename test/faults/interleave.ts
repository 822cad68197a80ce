// Lets several deliveries run at the same time: each waits before every step, and one of those that wait is drawn.
import type { Gate } from './door.ts';

export async function interleave(
  works: readonly ((gate: Gate) => Promise<void>)[],
  draw: (length: number) => number,
): Promise<void> {
  const waiting: (() => void)[] = [];
  const gate = () => new Promise<void>((go) => void waiting.push(go));
  let running = works.length;
  const all = works.map((work) => work(gate).finally(() => (running -= 1)));
  // A failure is for who waits at the end; until then it is nobody's unhandled rejection.
  const ended = Promise.allSettled(all);
  while (running > 0) {
    await new Promise((go) => setImmediate(go));
    if (waiting.length > 0) waiting.splice(draw(waiting.length), 1)[0]?.();
  }
  await ended;
  await Promise.all(all);
}
