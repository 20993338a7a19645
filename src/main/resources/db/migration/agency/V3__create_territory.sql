-- Provinces, and what `bin/motcua import territory` adds: communes of today, and the communes and districts that went into
-- them. A code is used again for another unit, so a unit is its code and the day on which it began.
create table agency.unit (
    id         integer primary key,
    level      text not null check (level in ('PROVINCE', 'DISTRICT', 'COMMUNE')),
    code       text not null, -- the number at the statistics office, zeros kept
    name       text not null, -- with its kind in front: "Phường Ba Đình"
    province   text,          -- the code of the province it lies in; null for a province
    district   text,          -- likewise of the district, until there were none any more
    valid_from date,          -- null: since before what is told here
    valid_to   date check (valid_to > valid_from), -- the first day on which it no longer exists
    unique nulls not distinct (level, code, valid_from),
    check (code ~ case level when 'PROVINCE' then '^[0-9]{2}$' when 'DISTRICT' then '^[0-9]{3}$' else '^[0-9]{5}$' end),
    check ((province is null) = (level = 'PROVINCE'))
);

-- Where a unit went. One that was divided has several successors: only the person knows in which part the house stands.
create table agency.unit_successor (
    unit      integer not null references agency.unit,
    successor integer not null references agency.unit check (successor <> unit),
    since     date not null,
    divided   boolean not null,
    primary key (unit, successor)
);
create index on agency.unit_successor (successor);

-- Raised with every import: nodes keep the territory in memory and look here.
create table agency.territory_edition (
    id      smallint primary key check (id = 1),
    edition integer not null
);
insert into agency.territory_edition values (1, 0);
