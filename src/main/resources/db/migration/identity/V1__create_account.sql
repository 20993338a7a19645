-- Whoever can sign in. Other rooms know only the id, which is random and says nothing about the person.
create table identity.account (
    id uuid primary key,
    kind text not null check (kind in ('CITIZEN', 'OFFICIAL', 'ORGANISATION')),
    -- identity number (12 digits), user name, or tax code (10 digits)
    login text not null unique,
    -- Argon2id with its parameters; null where nobody chose a password yet
    password_hash text,
    -- false only for the sandbox's person for scripted browsers
    second_factor boolean not null default true,
    -- only confirmed addresses stand here
    phone text check (phone ~ '^0[35789][0-9]{8}$'),
    phone_confirmed_at timestamptz,
    email text check (length(email) <= 254),
    email_confirmed_at timestamptz,
    locale text not null default 'vi' check (locale in ('vi', 'en')),
    created_at timestamptz not null,
    -- an account is ended by date, never deleted: records of others name it
    closed_at timestamptz,
    version integer not null default 1
);
