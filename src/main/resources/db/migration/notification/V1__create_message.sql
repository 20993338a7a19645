create table notification.message (
    reference uuid primary key,
    -- what caused it, who gets it and how: a reader that runs twice says it once
    event bigint not null,
    recipient uuid not null,
    channel text not null check (channel in ('SMS', 'EMAIL')),
    about text not null,
    -- address, subject and text, encrypted; erased by setting it to null
    sealed bytea,
    state text not null check (state in ('WAITING', 'SENDING', 'SENT', 'DELIVERED', 'UNDELIVERED', 'FAILED', 'ERASED')),
    tries smallint not null default 0,
    -- WAITING: when to try; SENDING: when the fate of the last try counts as unknown and it is sent again
    due_at timestamptz not null,
    -- the name that the SMS centre gave it
    gateway_id text,
    reason text,
    made_at timestamptz not null,
    sent_at timestamptz,
    constraint message_said_once unique (event, recipient, channel)
);

create index message_due on notification.message (channel, due_at) where state in ('WAITING', 'SENDING');
create index message_about on notification.message (about, made_at desc);
create index message_gateway_id on notification.message (gateway_id) where state = 'SENT';
create index message_recipient on notification.message (recipient);
