-- Who took over the work of an agency that ended. Several rows where it was divided.
create table agency.successor (
    agency    text not null references agency.agency,
    successor text not null references agency.agency check (successor <> agency),
    since     date not null,
    primary key (agency, successor)
);
-- The ministry of transport went into the ministry of construction (Nghị quyết 176/2025/QH15).
insert into agency.successor (agency, successor, since) values ('G04', 'G17', '2025-03-01');
