-- What somebody is filling in, pinned to the version of the service at which it was begun.
create table dossier.draft (
    id              uuid primary key,
    person          uuid not null,
    service         text not null,
    service_version int not null,
    case_code       text not null,
    answers         jsonb not null,
    papers          jsonb not null, -- {component: [file, …]}
    delivery_way    text, -- none until chosen
    delivery_address text,
    version         int not null,
    begun_at        timestamptz not null,
    saved_at        timestamptz not null,
    expires_at      timestamptz not null,
    dossier         text -- what it became
);
create index on dossier.draft (person, saved_at desc);
create index on dossier.draft (expires_at) where dossier is null;
