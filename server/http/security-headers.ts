import type { Handler } from "express";
import helmet from "helmet";

/** The headers that keep a page to what this server sends: no foreign script, no inline style, no framing. */
export const securityHeaders = (): Handler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    referrerPolicy: { policy: "same-origin" },
  });
