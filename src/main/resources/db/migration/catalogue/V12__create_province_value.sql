-- What a province says in place of the national record, where the law gives it room: a fee, an address, a route. Never changed;
-- a later one takes over on its first day.
create table catalogue.province_value (
    procedure    text not null check (procedure ~ '^[1-9]\.[0-9]{6}$'),
    agency       text not null check (agency ~ '^H\d{2}$'),
    part         text not null check (part in ('FEE', 'ADDRESS', 'ROUTE')),
    content      jsonb not null,         -- {text: {vi, en}, amount, basis}
    valid_from   date not null,
    valid_to     date check (valid_to >= valid_from),   -- the first day on which it is not valid; = valid_from: there is none any more
    decision     uuid not null references catalogue.decision,
    number       text not null,          -- of the decision, as on paper
    published_at timestamptz not null,
    primary key (procedure, agency, part, valid_from)
);
revoke update, delete on catalogue.province_value from app;
