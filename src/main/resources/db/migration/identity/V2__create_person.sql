-- Face pictures, encrypted. A table of their own because several test people share one.
create table identity.picture (
    id uuid primary key,
    sealed bytea not null
);

create table identity.person (
    id uuid primary key references identity.account,
    full_name text not null check (length(full_name) between 1 and 100),
    birth_date date not null,
    sex text not null check (sex in ('MALE', 'FEMALE')),
    -- assurance level, Nghị định 69/2024/NĐ-CP
    level smallint not null check (level in (1, 2)),
    address text not null default '',
    picture uuid references identity.picture
);

create index person_picture on identity.person (picture);
