import { Argument, type Command, Option } from "commander";
import type { Language } from "../../../engine/index.ts";
import { ROLES } from "../../accounts/grants.ts";
import type { Run } from "../run.ts";
import type { LinkOptions } from "./hand-over.ts";
import type { ListOptions } from "./list-users.ts";
import type { GrantOptions, InviteOptions } from "./user-verbs.ts";

type WithLanguage<Options> = Options & { lang: Language };

const LOGIN = "<LOGIN>";
const roleArgument = (): Argument => new Argument("<ROLE>", "the role").choices(ROLES);
const chamberOption = (): Option => new Option("--chamber <ID>", "the chamber of an officer, such as almaty-city");
const consultantOption = (): Option => new Option("--consultant <ID>", "the consultant, such as c-00042");
const urlOption = (): Option =>
  new Option("--url <URL>", "the address of the site (default: where the server listens)");

/** What the commands do is loaded when one of them runs: the other commands need none of it. */
const verbs = () => import("./user-verbs.ts");

/** Adds `qagida user …`: the accounts of the server's store, for whoever administers the machine. */
export function addUserCommands(program: Command, run: Run, langOption: () => Option): void {
  const user = program
    .command("user")
    .summary("list, invite and change accounts")
    .description("Lists, invites and changes the accounts in QAGIDA_DATA or DATABASE_URL.")
    .helpCommand(false);

  user
    .command("list")
    .summary("list the accounts")
    .option("--json", "print them as JSON")
    .addOption(langOption())
    .action((options: ListOptions) =>
      run(options.lang, async () => (await import("./list-users.ts")).listUsers(options)),
    );

  user
    .command("invite")
    .summary("make an account, and print the link by which its owner sets the password")
    .argument(LOGIN, "what is typed to sign in")
    .requiredOption("--name <NAME>", "the name of its owner")
    .addOption(new Option("--role <ROLE>", "the role").choices(ROLES).makeOptionMandatory())
    .addOption(chamberOption())
    .addOption(consultantOption())
    .addOption(urlOption())
    .addOption(langOption())
    .action((login: string, options: InviteOptions) =>
      run(options.lang, async () => (await verbs()).inviteUser(login, options)),
    );

  user
    .command("reset")
    .summary("print a link by which the owner of an account sets a new password")
    .argument(LOGIN)
    .addOption(urlOption())
    .addOption(langOption())
    .action((login: string, options: LinkOptions) =>
      run(options.lang, async () => (await verbs()).resetUser(login, options)),
    );

  for (const [name, summary, verb] of [
    ["close", "let nobody sign in to an account", "closeUser"],
    ["reopen", "open a closed account again", "reopenUser"],
  ] as const) {
    user
      .command(name)
      .summary(summary)
      .argument(LOGIN)
      .addOption(langOption())
      .action((login: string, { lang }: WithLanguage<object>) => run(lang, async () => (await verbs())[verb](login)));
  }

  for (const [name, summary, verb] of [
    ["grant", "give an account one role more", "grantToUser"],
    ["revoke", "take one role from an account", "revokeFromUser"],
  ] as const) {
    user
      .command(name)
      .summary(summary)
      .argument(LOGIN)
      .addArgument(roleArgument())
      .addOption(chamberOption())
      .addOption(consultantOption())
      .addOption(langOption())
      .action((login: string, role: string, options: WithLanguage<GrantOptions>) =>
        run(options.lang, async () => (await verbs())[verb](login, role, options)),
      );
  }
}
