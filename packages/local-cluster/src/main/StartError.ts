/** Why the local cluster cannot start, in one sentence that says what to do about it. */
export class StartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartError';
  }
}
