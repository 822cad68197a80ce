// What is absent on this machine, said in one sentence that also tells how to get it.

/** Shown to the person as it is, without a stack: nothing in the code is wrong. */
export class SetupProblem extends Error {
  override name = 'SetupProblem';
}
