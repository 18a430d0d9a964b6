import type { ClientBase } from "pg";
import { readMigrations } from "../migrate.ts";
import { type Structure, structureOf } from "./structure.ts";

/** A column that the database computes from others, and how. */
export interface Generated {
  table: string;
  column: string;
  expression: string;
}

/** A constraint: what no row may be like. */
export interface Rule {
  table: string;
  constraint: string;
  /** A condition that is true of rows that break it; the table goes by its own name. */
  broken: string;
}

/** The tables as the migrations make them. */
export interface MadeAnew {
  structure: Structure;
  generated: Generated[];
  rules: Rule[];
}

const SCHEMA = "qagida_made_anew";

const GENERATED = `
  select relname as table, attname as column, pg_get_expr(adbin, adrelid) as expression
  from pg_class join pg_attribute on attrelid = pg_class.oid join pg_attrdef on adrelid = attrelid and adnum = attnum
  where relnamespace = $1::regnamespace and attgenerated = 's'`;

const CHECKS = `
  select relname as table, conname as constraint, 'not (' || pg_get_expr(conbin, conrelid) || ')' as broken
  from pg_constraint join pg_class on pg_class.oid = conrelid
  where connamespace = $1::regnamespace and contype = 'c'`;

/** A row whose columns are all there has to find its partner. */
const REFERENCES = `
  select one.relname as table, conname as constraint,
    string_agg(format('%I.%I is not null', one.relname, mine.attname), ' and ') || format(
      ' and not exists (select from %I as partner where %s)', other.relname,
      string_agg(format('partner.%I = %I.%I', theirs.attname, one.relname, mine.attname), ' and ')) as broken
  from pg_constraint
    join pg_class as one on one.oid = conrelid join pg_class as other on other.oid = confrelid,
    unnest(conkey, confkey) as pair (here, there)
    join pg_attribute as mine on mine.attnum = here join pg_attribute as theirs on theirs.attnum = there
  where connamespace = $1::regnamespace and contype = 'f' and mine.attrelid = conrelid and theirs.attrelid = confrelid
  group by one.relname, other.relname, conname`;

/** Makes the tables once more in a schema of their own, says what they are like, and takes them back. */
export async function makeAnew(client: ClientBase): Promise<MadeAnew> {
  await client.query("savepoint made_anew");
  await client.query(`create schema ${SCHEMA}`);
  await client.query("select set_config('search_path', $1, true)", [SCHEMA]);
  for (const migration of await readMigrations()) await client.query(migration);
  const structure = await structureOf(client, SCHEMA);
  const { rows: generated } = await client.query<Generated>(GENERATED, [SCHEMA]);
  const { rows: checks } = await client.query<Rule>(CHECKS, [SCHEMA]);
  const { rows: references } = await client.query<Rule>(REFERENCES, [SCHEMA]);
  await client.query("rollback to savepoint made_anew");
  return { structure, generated, rules: [...checks, ...references] };
}
