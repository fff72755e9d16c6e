/** A newer run took the place of this one. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
  constructor() {
    super('A newer run took the place of this one.');
  }
}

/** The user ended it. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
  constructor() {
    super('The run was cancelled.');
  }
}

/** The worker that owed an answer is gone; another one has taken its place. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
}

/** The workers that shared a fit's rows are gone; the same fit without them will do. */
export class HelpersLost extends Error {
  override readonly name = 'HelpersLost';
}
