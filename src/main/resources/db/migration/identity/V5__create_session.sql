-- A sign-in that lasts. The cookie's secret is not here, only its hash: who reads this table can sign in as nobody.
create table identity.session (
    token_hash bytea primary key,
    account uuid not null references identity.account,
    created_at timestamptz not null,
    -- written at most once a minute
    last_seen_at timestamptz not null
);

create index session_account on identity.session (account);
create index session_last_seen on identity.session (last_seen_at);
