/** A request that is answered with an error status. */
export class HttpError extends Error {
  override readonly name: string = "HttpError";
  readonly status: number;

  constructor(status: number, message = `status ${status}`) {
    super(message);
    this.status = status;
  }
}
