create table payment.receipt_number (
    agency text not null,
    year int not null,
    last int not null,
    primary key (agency, year)
);

create table payment.receipt (
    obligation uuid primary key references payment.obligation,
    agency text not null,
    year int not null,
    number int not null,
    token text not null unique,
    issued_at timestamptz not null,
    -- what the paper says, as it was when the money came, encrypted
    content bytea not null,
    -- the sealed paper, once somebody has opened it
    file uuid,
    constraint receipt_number_never_reused unique (agency, year, number)
);
