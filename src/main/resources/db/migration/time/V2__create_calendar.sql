-- The years whose holidays are known. A year is complete when the government's yearly notice is in it; a year that is
-- not complete, or not here at all, is told in every explanation that meets it.
create table time.calendar_year (
    year smallint primary key check (year between 2000 and 2200),
    complete boolean not null,
    source text not null
);

-- Days that are not what their weekday says.
create table time.calendar_day (
    day date primary key,
    year smallint not null references time.calendar_year,
    kind text not null check (kind in ('HOLIDAY', 'SUBSTITUTE', 'SWAP_OFF', 'MAKEUP_WORKDAY')),
    occasion text not null, -- a known holiday by its message key's end (tet, national-day); any other by its own words
    pair date,              -- of a swap: the other day
    basis text not null,    -- the law or notice that says so
    verified boolean not null,
    check (year = extract(year from day)),
    check ((pair is not null) = (kind in ('SWAP_OFF', 'MAKEUP_WORKDAY')))
);
create index on time.calendar_day (year);

-- Raised with every change to the calendar or the sessions: nodes keep both in memory and look here.
create table time.calendar_edition (
    id smallint primary key check (id = 1),
    edition bigint not null
);
insert into time.calendar_edition values (1, 1);
