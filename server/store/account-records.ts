export type Role = "consultant" | "officer" | "editor" | "member" | "auditor" | "administrator";

/** A role that an account holds: an officer's for a chamber, a consultant's for one consultant. */
export interface Grant {
  role: Role;
  chamber?: string;
  consultant?: string;
}

/** Somebody who may sign in. */
export interface Account {
  /** What is typed to sign in, in lower case; no two accounts share it. */
  login: string;
  name: string;
  grants: Grant[];
  /** Whether sign-in is refused. */
  closed: boolean;
}

/** The secret of an account, under the account's id. */
export interface Credential {
  /** argon2id, in the PHC string format. */
  passwordHash: string;
  changedAt: string;
}

/** A sign-in. Its id is the SHA-256 of the token that the browser holds. */
export interface Session {
  account: string;
  signedInAt: string;
  seenAt: string;
  expiresAt: string;
  /** The browser and the system, in a few words. */
  device: string;
}

/** A link that works once. Its id is the SHA-256 of the token in it. */
export interface OneTimeLink {
  purpose: "set-up" | "invitation" | "reset";
  account: string | null;
  expiresAt: string;
}
