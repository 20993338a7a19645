-- Files as they were given or made. The bytes lie encrypted on the disk under a name that only the key holder can compute
-- (blob); the same bytes given twice are two rows and one blob.
create table files.file (
    id         uuid primary key,
    owner      uuid not null,
    name       text not null check (length(name) between 1 and 200),
    sha256     bytea not null check (length(sha256) = 32),
    blob       bytea not null check (length(blob) = 32),
    media_type text not null,
    bytes      bigint not null check (bytes >= 0),
    state      text not null check (state in ('HELD', 'CLEAN')),
    made_here  boolean not null, -- by the portal itself, not counted among what the person sent
    at         timestamptz not null,
    scan_at    timestamptz check ((scan_at is null) = (state = 'CLEAN')) -- next try of a held one
);
create index file_owner_at on files.file (owner, at) where not made_here;
create index file_blob on files.file (blob);
create index file_scan_at on files.file (scan_at) where state = 'HELD';
