-- messages that may be out already, because the rows came back from a backup: nobody sends them until a person decides
create table notification.hold (
    id bigint generated always as identity primary key,
    -- what events up to this position cause from now on is held as well
    until_event bigint not null,
    at timestamptz not null,
    by text not null,
    why text not null
);

alter table notification.message
    add column hold bigint references notification.hold,
    add column decided_at timestamptz,
    add column decided_by text,
    drop constraint message_state_check,
    add constraint message_state_check check (state in
        ('WAITING', 'SENDING', 'SENT', 'DELIVERED', 'UNDELIVERED', 'FAILED', 'ERASED', 'HELD', 'DROPPED')),
    add constraint message_held_by_a_hold check (state not in ('HELD', 'DROPPED') or hold is not null);

create index message_hold on notification.message (hold) where hold is not null;
