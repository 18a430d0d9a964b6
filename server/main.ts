import { ConfigError, readConfig } from "./config.ts";
import { refuse, serve } from "./serve.ts";

try {
  await serve(readConfig(process.env));
} catch (error) {
  if (error instanceof ConfigError) refuse(error.message);
  throw error;
}
