create table identity.organisation (
    id uuid primary key references identity.account,
    name text not null check (length(name) between 1 and 300)
);

-- who may act for an organisation, since when and how far
create table identity.mandate (
    id uuid primary key,
    organisation uuid not null references identity.organisation,
    person uuid not null references identity.person,
    kind text not null check (kind in ('LEGAL_REPRESENTATIVE', 'STAFF')),
    valid_from date not null,
    -- the first day on which it no longer holds
    valid_to date,
    check (valid_to > valid_from)
);

create index mandate_organisation on identity.mandate (organisation);
create index mandate_person on identity.mandate (person);
