-- Up Migration

create domain record_id as text collate "C" check (value <> '');
create domain record_version as integer check (value > 0);
create domain sha256 as text collate "C" check (value ~ '^[0-9a-f]{64}$');

-- The log. An event follows the one before it without a gap, and its hash is that of its line.
create table events (
  seq bigint primary key check (seq >= 0),
  previous bigint generated always as (case when seq > 0 then seq - 1 end) stored references events,
  at timestamptz not null,
  action text not null,
  by_account record_id,
  head json not null,
  line text not null,
  leaf bytea not null check (leaf = sha256('\x00'::bytea || convert_to(line, 'UTF8')))
);
create index on events (at, seq);
create index on events (action, seq);
create index on events (by_account, seq);

-- Which records an event changed, and what became of them: no hash where one was removed.
create table event_records (
  seq bigint not null references events,
  kind text not null,
  id record_id not null,
  version record_version not null,
  after sha256,
  primary key (id, seq, kind)
);

-- The records, each as the event `seq` left it. What queries and constraints look at is taken out of the state by the
-- database itself. Whatever refers to another record is checked when the change commits.
create table chambers (
  id record_id primary key,
  version record_version not null,
  seq bigint not null references events,
  state json not null
);

create table consultants (
  id record_id primary key,
  version record_version not null,
  seq bigint not null references events,
  state json not null,
  chamber record_id not null generated always as (state ->> 'chamber') stored
    references chambers deferrable initially deferred
);
create index on consultants (chamber, id);

create table cases (
  id record_id primary key,
  version record_version not null,
  seq bigint not null references events,
  state json not null,
  chamber record_id not null generated always as (state ->> 'chamber') stored
    references chambers deferrable initially deferred,
  reporting_year integer not null generated always as ((state ->> 'reportingYear')::integer) stored,
  consultant record_id not null generated always as (state ->> 'consultant') stored
    references consultants deferrable initially deferred,
  unique (chamber, reporting_year, consultant),
  check (id = chamber || '/' || reporting_year || '/' || consultant)
);

create table rule_sets (
  id sha256 primary key,
  version record_version not null,
  seq bigint not null references events,
  state json not null
);

create table decisions (
  id record_id primary key,
  version record_version not null,
  seq bigint not null references events,
  state json not null,
  case_id record_id not null generated always as (state ->> 'case') stored
    references cases deferrable initially deferred,
  number integer not null generated always as ((state ->> 'number')::integer) stored check (number > 0),
  previous integer generated always as (nullif((state ->> 'number')::integer, 1) - 1) stored,
  unique (case_id, number),
  foreign key (case_id, previous) references decisions (case_id, number) deferrable initially deferred,
  check (id = case_id || '/' || number)
);

create table sanctions (
  id record_id primary key,
  version record_version not null,
  seq bigint not null references events,
  state json not null,
  case_id record_id not null generated always as (state ->> 'case') stored
    references cases deferrable initially deferred,
  check (id = case_id || '/' || (state ->> 'sanction'))
);
create index on sanctions (case_id, id);

-- The bytes of documents, in parts, named by their hash. They are kept before the record of the document.
create table document_contents (
  sha256 sha256 primary key,
  content bigint not null unique,
  bytes bigint not null check (bytes >= 0)
);
create sequence document_content;
create table document_parts (
  content bigint not null references document_contents (content) deferrable initially deferred,
  part integer not null check (part >= 0),
  bytes bytea not null,
  primary key (content, part)
);
alter table document_parts alter bytes set storage external;

create table documents (
  id record_id primary key,
  version record_version not null,
  seq bigint not null references events,
  state json not null,
  case_id record_id not null generated always as (state ->> 'case') stored
    references cases deferrable initially deferred,
  sha256 sha256 not null generated always as (state ->> 'sha256') stored,
  check (id = case_id || '/' || sha256)
);
create index on documents (case_id, id);

create table drafts (
  id record_id primary key,
  version record_version not null,
  seq bigint not null references events,
  state json not null
);

create table adoptions (
  id record_id primary key,
  version record_version not null,
  seq bigint not null references events,
  state json not null,
  effective_year integer not null generated always as ((state ->> 'effectiveYear')::integer) stored,
  revision integer not null generated always as ((state ->> 'revision')::integer) stored check (revision > 0),
  rule_set sha256 not null generated always as (state ->> 'ruleSet') stored
    references rule_sets deferrable initially deferred,
  draft record_id generated always as (state ->> 'draft') stored
    references drafts deferrable initially deferred,
  unique (effective_year, revision),
  check (id = effective_year || '-' || revision)
);

create table accounts (
  id record_id primary key,
  version record_version not null,
  seq bigint not null references events,
  state json not null,
  login text collate "C" not null generated always as (state ->> 'login') stored unique deferrable initially deferred
);

create table credentials (
  id record_id primary key references accounts deferrable initially deferred,
  version record_version not null,
  seq bigint not null references events,
  state json not null
);

create table sessions (
  id record_id primary key,
  version record_version not null,
  seq bigint not null references events,
  state json not null,
  account record_id not null generated always as (state ->> 'account') stored
    references accounts deferrable initially deferred
);
create index on sessions (account, id);

create table links (
  id record_id primary key,
  version record_version not null,
  seq bigint not null references events,
  state json not null,
  account record_id generated always as (state ->> 'account') stored
    references accounts deferrable initially deferred
);

-- What happened stays: neither the log nor a record that is written once ever changes.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% holds what happened: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation';
end
$$;
create trigger stays before update or delete or truncate on events
  for each statement execute function refuse_change();
create trigger stays before update or delete or truncate on event_records
  for each statement execute function refuse_change();
create trigger stays before update or delete or truncate on rule_sets
  for each statement execute function refuse_change();
create trigger stays before update or delete or truncate on adoptions
  for each statement execute function refuse_change();
create trigger stays before update or delete or truncate on decisions
  for each statement execute function refuse_change();
create trigger stays before update or delete or truncate on documents
  for each statement execute function refuse_change();
