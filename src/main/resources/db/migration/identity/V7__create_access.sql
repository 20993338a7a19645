-- Who read whose data, when and why; shown to the person concerned.
create table identity.access (
    id bigint generated always as identity primary key,
    subject uuid not null references identity.account,
    -- not a reference: the portal itself (all zeros) can be a reader
    reader uuid not null,
    purpose text not null,
    about text not null,
    at timestamptz not null
);

create index access_subject on identity.access (subject, id desc);
