-- When an agency works. An agency without rows of its own works as the one above it, and at last as the default ('').
-- Seasons are periods of validity; a Saturday morning is a row with weekday 6.
create table time.session (
    agency text not null,
    weekday smallint not null check (weekday between 1 and 7), -- Monday is 1
    opens time not null,
    closes time not null,
    valid_from date not null default '2000-01-01',
    valid_to date, -- the first day on which it no longer holds
    primary key (agency, valid_from, weekday, opens),
    check (opens < closes),
    check (valid_to is null or valid_from < valid_to)
);
insert into time.session (agency, weekday, opens, closes)
select '', weekday, opens, closes
from generate_series(1, 5) as weekday,
     (values (time '08:00', time '12:00'), (time '13:30', time '17:30')) as half (opens, closes);
