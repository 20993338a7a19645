-- A promulgating decision while it is written, and what it brings: all of it becomes public together or nothing does.
create table catalogue.decision (
    id         uuid primary key,
    agency     text not null check (agency ~ '^[GH]\d{2}$'),
    number     text not null check (char_length(number) <= 60),   -- as on paper: 1025/QĐ-BCA
    signed_on  date not null,
    title      text not null check (char_length(title) <= 500),
    state      text not null check (state in ('DRAFT', 'SENT', 'RETURNED', 'APPROVED', 'PUBLISHED', 'WITHDRAWN')),
    version    int not null check (version > 0),                  -- of the decision with its items; numbers its events
    changed_by uuid not null,
    changed_at timestamptz not null
);
-- An agency numbers its decisions once; what was withdrawn gives its number back.
create unique index decision_number on catalogue.decision (agency, number) where state <> 'WITHDRAWN';
create index decision_by_state on catalogue.decision (state, changed_at desc);

create table catalogue.decision_item (
    decision  uuid not null references catalogue.decision,
    procedure text not null check (procedure ~ '^[1-9]\.[0-9]{6}$'),
    place     int not null,              -- in the order in which they were added
    kind      text not null check (kind in ('NEW', 'CHANGE', 'RETIRE', 'PROVINCE_VALUE')),
    base      int not null,              -- the version on which it was begun, 0 for none
    content   jsonb not null,            -- the record in the shape of procedure_version.content, complete or not
    version   int not null,
    token     uuid,                      -- of the form that was saved last: pressed twice, it happens once
    published int,                       -- the number of the version that it became
    primary key (decision, procedure)
);

-- Whoever wrote any of it: somebody else approves it.
create table catalogue.decision_hand (
    decision uuid not null references catalogue.decision,
    person   uuid not null,
    primary key (decision, person)
);

revoke delete on catalogue.decision, catalogue.decision_hand from app;

-- Which records name a procedure, so that a decision can say what it touches.
create index procedure_version_by_related on catalogue.procedure_version using gin ((content -> 'related'));
create index procedure_version_by_successor on catalogue.procedure_version using gin ((content -> 'successors'));
