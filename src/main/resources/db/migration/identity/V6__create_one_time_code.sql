-- A six-digit code on its way to a phone or a mail box; short-lived, never in the journal.
create table identity.one_time_code (
    id uuid primary key,
    -- keyed hash: six digits could be guessed from a plain one
    hash bytea not null,
    tries_left integer not null,
    sent_at timestamptz not null,
    ends_at timestamptz not null
);

create index one_time_code_ends on identity.one_time_code (ends_at);

-- A sign-in between password and code.
create table identity.sign_in (
    token_hash bytea primary key,
    account uuid not null references identity.account,
    code uuid not null references identity.one_time_code,
    -- the local page to go on to
    next text not null,
    ends_at timestamptz not null
);

create index sign_in_account on identity.sign_in (account);
create index sign_in_code on identity.sign_in (code);
create index sign_in_ends on identity.sign_in (ends_at);

-- Questions already answered, so that each counts once; the questions themselves are never stored.
create table identity.captcha_used (
    id text primary key,
    ends_at timestamptz not null
);

create index captcha_used_ends on identity.captcha_used (ends_at);

-- Failures counted by who and from where; a row ends with its window.
create table identity.throttle (
    bucket text primary key,
    failures integer not null,
    ends_at timestamptz not null
);

create index throttle_ends on identity.throttle (ends_at);
