-- Positions are drawn under a shared advisory lock that ends with the transaction: whoever still holds it may yet commit
-- a lower position than one that is visible already. Readers wait for those (the water line), and for nobody else.
-- Cache 1, never more: a cached number would be older than the lock it stands for.
-- A transaction that holds a position holds back every reader, so it has two seconds from then on, whatever it had before.
create sequence journal.journal_position_seq cache 1;

create function journal.journal_position() returns bigint
    language plpgsql volatile as
$$
begin
    if current_setting('transaction_timeout') <> '2s' then
        perform set_config('transaction_timeout', '0', true); -- or the longer timer would run on
        perform set_config('transaction_timeout', '2s', true);
    end if;
    perform pg_advisory_xact_lock_shared(4711); -- before the number, held to commit
    return nextval('journal.journal_position_seq');
end
$$;

-- What happened, in order. (stream, version) is unique because the aggregate's row carries the version and is moved on by
-- a guarded update in the same transaction; a constraint would need the partition key.
create table journal.journal (
    position bigint not null default journal.journal_position(),
    stream text not null,
    version int not null check (version > 0),
    type text not null,
    schema int not null check (schema > 0),
    at timestamptz not null,
    actor uuid not null,
    on_behalf_of uuid,
    data jsonb not null,
    primary key (position)
) partition by range (position);
create index journal_stream on journal.journal (stream, version);

-- Names and free text that belong to an event. Erasing a row leaves the record valid and meaningless.
create table journal.secret (
    position bigint not null references journal.journal,
    name text not null,
    nonce bytea not null check (length(nonce) = 16), -- hides the text in the later public commitment
    text text not null,
    primary key (position, name)
);

-- Insert only: the grants say so, and this says it again to everybody else.
create function journal.refuse() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'TRUNCATE' then
        if not exists (select 1 from journal.journal) then
            return null; -- an empty journal may be emptied, before a backup is loaded into it
        end if;
    end if;
    raise exception 'the journal is insert only' using errcode = 'insufficient_privilege';
end
$$;
create trigger insert_only before update or delete on journal.journal for each row execute function journal.refuse();
create trigger never_emptied before truncate on journal.journal for each statement execute function journal.refuse();
revoke update, delete on journal.journal from app;
revoke update on journal.secret from app;
