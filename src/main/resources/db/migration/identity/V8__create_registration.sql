-- An account on its way: everything checked, phone and mail box not yet confirmed. Gone when it ends.
create table identity.registration (
    token_hash bytea primary key,
    identity_number text not null,
    full_name text not null,
    birth_date date not null,
    sex text not null,
    phone text not null,
    email text not null,
    password_hash text not null,
    locale text not null,
    phone_confirmed_at timestamptz,
    code uuid not null references identity.one_time_code,
    ends_at timestamptz not null
);

create index registration_code on identity.registration (code);
create index registration_ends on identity.registration (ends_at);

-- A link that sets an official's first password, once.
create table identity.first_password (
    token_hash bytea primary key,
    official uuid not null references identity.official,
    ends_at timestamptz not null
);

create index first_password_official on identity.first_password (official);
