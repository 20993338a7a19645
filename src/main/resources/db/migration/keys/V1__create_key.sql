-- Secret keys, each encrypted under the master key, which is not in this database. Never changed, never deleted: what was
-- encrypted under a key must stay readable.
create table keys.key (
    name    text primary key,
    wrapped bytea not null,
    made_at timestamptz not null
);
revoke update, delete on keys.key from app;
revoke select on keys.key from auditor;
