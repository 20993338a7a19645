-- What was published, for good: a version is inserted once and never changed, because dossiers keep the one they began with.
create table catalogue.procedure_version (
    procedure      text not null check (procedure ~ '^[1-9]\.[0-9]{6}$'),
    number         int not null check (number > 0),
    effective_from date not null,     -- in force from this day until the next version's, or the one named in the record
    digest         text not null,     -- SHA-256 of the record as canonical JSON
    content        jsonb not null,
    published_at   timestamptz not null,
    primary key (procedure, number)
);

create table catalogue.service_version (
    procedure         text not null,
    number            int not null check (number > 0),
    procedure_version int not null,
    digest            text not null,  -- of service and form together with the procedure's digest
    content           jsonb not null,
    published_at      timestamptz not null,
    primary key (procedure, number),
    foreign key (procedure, procedure_version) references catalogue.procedure_version
);

create index service_version_of_procedure_version on catalogue.service_version (procedure, procedure_version);

revoke update, delete on catalogue.procedure_version, catalogue.service_version from app;
