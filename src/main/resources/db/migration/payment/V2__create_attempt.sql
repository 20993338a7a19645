create table payment.attempt (
    -- our own name for it, unique for ever, the gateway's order number
    reference text primary key,
    obligation uuid not null references payment.obligation,
    channel text not null,
    amount_vnd bigint not null check (amount_vnd > 0),
    state text not null check (state in ('PENDING', 'CLEARING', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'EXPIRED')),
    -- what the payer's request named itself, so that the same request never makes a second attempt
    client_token uuid not null,
    redirect_url text,
    gateway_id text,
    reason text,
    at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    asked smallint not null default 0,
    -- when to ask the gateway again; empty when it has said its last word
    next_ask_at timestamptz,
    constraint attempt_requested_once unique (obligation, client_token)
);

-- at most one live attempt: the constraint is the feature
create unique index attempt_live_once on payment.attempt (obligation) where state in ('PENDING', 'CLEARING');
create index attempt_obligation on payment.attempt (obligation, at);
create index attempt_next_ask on payment.attempt (next_ask_at) where next_ask_at is not null;
