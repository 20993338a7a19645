-- money that arrived and fits nothing that is owed: to be looked at and given back
create table payment.exception (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('WRONG_AMOUNT', 'PAID_TWICE', 'PAID_TOO_LATE', 'UNKNOWN_ATTEMPT')),
    channel text not null,
    reference text not null,
    obligation uuid references payment.obligation,
    amount_vnd bigint not null,
    gateway_id text not null,
    at timestamptz not null,
    settled_at timestamptz,
    constraint exception_found_once unique (channel, reference, gateway_id, kind)
);

create index exception_obligation on payment.exception (obligation);
create index exception_open on payment.exception (at) where settled_at is null;

-- notices that somebody sent us in a gateway's name without its signature
create table payment.refused_callback (
    id bigint generated always as identity primary key,
    channel text not null,
    reason text not null,
    reference text,
    body_sha256 bytea not null,
    at timestamptz not null
);

create index refused_callback_at on payment.refused_callback (at);
