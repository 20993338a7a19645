-- The answer of a request that must happen once, kept in the transaction of its act and forgotten after 24 hours.
create table web.idempotency (
    client text not null,
    route  text not null,
    key    uuid not null,
    digest bytea not null,          -- SHA-256 of the body: the same key with another body is refused
    status int not null,
    body   text not null,
    at     timestamptz not null,
    primary key (client, route, key)
);

-- For forgetting, oldest first.
create index idempotency_at on web.idempotency (at);
