-- Up Migration

-- What looking back came to, as it was kept. The list of people stands among the documents' contents.
create table lookings_back (
  id record_id primary key,
  version record_version not null,
  seq bigint not null references events,
  state json not null,
  chamber record_id generated always as (state ->> 'chamber') stored
    references chambers deferrable initially deferred
);
create trigger stays before update or delete or truncate on lookings_back
  for each statement execute function refuse_change();
