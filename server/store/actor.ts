/** Who did something: an account, or the system itself. */
export interface Actor {
  account: string | null;
  name: string;
}
