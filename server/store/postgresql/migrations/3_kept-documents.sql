-- Up Migration

-- When the bytes of a document were brought last: those that no record names a day later are swept.
alter table document_contents add column kept_at timestamptz not null default now();
