import type { ClientBase } from "pg";

/** The parts that a schema is made of, each by its name, as the database writes them. */
export type Structure = ReadonlyMap<string, string>;

/** Of a schema `$1` whose names need no prefix: columns, constraints, indexes, triggers, functions and domains. */
const PARTS = `
  with tables as (select oid, relname from pg_class where relnamespace = $1::regnamespace and relkind = 'r')
  select 'column ' || relname || '.' || attname as name,
      concat_ws(' ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end,
        nullif(attgenerated::text, ''), pg_get_expr(adbin, adrelid)) as definition
    from tables join pg_attribute on attrelid = tables.oid
      left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where attnum > 0 and not attisdropped
  union all
  select 'constraint ' || coalesce(relname || '.', '') || conname, pg_get_constraintdef(pg_constraint.oid)
    from pg_constraint left join tables on tables.oid = conrelid
    where connamespace = $1::regnamespace and contype <> 'n' and (conrelid = 0 or relname is not null)
  union all
  select 'index ' || index.relname, pg_get_indexdef(index.oid)
    from tables join pg_index on indrelid = tables.oid join pg_class as index on index.oid = indexrelid
  union all
  select 'trigger ' || relname || '.' || tgname, tgenabled::text || ' ' || pg_get_triggerdef(pg_trigger.oid)
    from tables join pg_trigger on tgrelid = tables.oid where not tgisinternal
  union all
  select 'triggers of constraints that are switched off: ' || relname, count(*)::text
    from tables join pg_trigger on tgrelid = tables.oid where tgisinternal and tgenabled <> 'O' group by relname
  union all
  select 'function ' || proname, prosrc from pg_proc where pronamespace = $1::regnamespace
  union all
  select 'domain ' || typname, format_type(typbasetype, typtypmod)
    from pg_type where typnamespace = $1::regnamespace and typtype = 'd'`;

/** Describes what a schema is made of. Within the transaction, its names need no prefix from here on. */
export async function structureOf(client: ClientBase, schema: string): Promise<Structure> {
  await client.query("select set_config('search_path', $1, true)", [schema]);
  const { rows } = await client.query<{ name: string; definition: string }>(PARTS, [schema]);
  return new Map(rows.map(({ name, definition }) => [name, definition.replaceAll(`${schema}.`, "")]));
}
