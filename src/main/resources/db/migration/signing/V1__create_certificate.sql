-- The certificates of our own seal: root, issuing, seal and time stamp. Keys are in the room of keys under key_name.
-- Nothing is ever changed or deleted: what a certificate sealed must stay checkable. The newest of a role is in use.
create table signing.certificate (
    role       text not null check (role in ('ROOT', 'ISSUING', 'SEAL', 'TSA')),
    generation int not null check (generation >= 1),
    der        bytea not null,
    key_name   text not null,
    not_after  timestamptz not null,
    made_at    timestamptz not null,
    primary key (role, generation)
);
revoke update, delete on signing.certificate from app;
