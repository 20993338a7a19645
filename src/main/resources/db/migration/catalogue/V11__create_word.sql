-- What editors changed about the everyday words that the product ships: added, given another meaning, or taken out.
create table catalogue.word (
    said     text primary key check (char_length(said) <= 100),     -- lower case, NFC, single spaces
    id       uuid not null unique,                                  -- names its events
    official text not null check (char_length(official) <= 600), -- readings with a semicolon between them
    active   boolean not null,                                      -- false: not understood any more, even if it is shipped
    version  int not null,
    since    timestamptz not null,
    by       uuid not null
);
revoke delete on catalogue.word from app;
