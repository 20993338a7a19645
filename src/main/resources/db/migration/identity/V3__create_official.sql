create table identity.official (
    id uuid primary key references identity.account,
    full_name text not null check (length(full_name) between 1 and 100),
    title text not null,
    -- the agency of the agency room that employs the official
    agency text not null
);

-- the agencies an official works for beyond the one that employs them
create table identity.official_agency (
    official uuid not null references identity.official,
    agency text not null,
    primary key (official, agency)
);

create table identity.official_duty (
    official uuid not null references identity.official,
    duty text not null,
    primary key (official, duty)
);

create index official_by_agency on identity.official (agency);
create index official_agency_by_agency on identity.official_agency (agency);
