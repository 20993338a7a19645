-- Who raised or lowered the level of a service, and by which decision. Rows are only added; the level that a folder ships
-- stands before the first of them and has no row.
create table catalogue.level_decision (
    procedure  text not null check (procedure ~ '^[1-9]\.[0-9]{6}$'),
    number     int not null check (number > 0),
    level      int not null check (level between 1 and 4),          -- Thông tư 26/2009/TT-BTTTT
    digital    text not null check (digital in ('FULL', 'PARTIAL', 'INFORMATION')),  -- Nghị định 42/2022/NĐ-CP
    decision   text not null,            -- its number, as in 1025/QĐ-BCA
    decided_on date not null,
    since      date not null,            -- the first day of this level
    criteria   text[] not null,          -- the codes that were ticked
    year       int,                      -- of the figures behind a step from 3 to 4; the three are null together
    online     bigint,                   -- dossiers received and handled online in that year
    dossiers   bigint,                   -- all dossiers of that year
    entered_by uuid not null,
    entered_at timestamptz not null,
    primary key (procedure, number),
    check (num_nulls(year, online, dossiers) in (0, 3)),
    check (dossiers > 0 and online between 0 and dossiers)
);

revoke update, delete on catalogue.level_decision from app;
