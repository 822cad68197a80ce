// What a start has opened so far, to be closed in the opposite order: at the end, or when the start fails halfway.

type Step = () => unknown;

export class Closing {
  #steps: Step[] = [];

  add(step: Step): void {
    this.#steps.push(step);
  }

  /** Closes everything even if a step fails, and then fails with the first. */
  async closeAll(): Promise<void> {
    const problems: unknown[] = [];
    for (let step = this.#steps.pop(); step; step = this.#steps.pop())
      await Promise.resolve()
        .then(step)
        .catch((problem: unknown) => problems.push(problem));
    if (problems.length > 0) throw problems[0];
  }
}
