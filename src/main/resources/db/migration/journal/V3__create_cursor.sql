-- How far each reader has come. Its row lock is lease, fence and takeover in one: a reader works while it holds it.
create table journal.cursor (
    reader text primary key,
    position bigint not null
);

-- Streams that a reader could not go on with: the first event that failed, and why. The others go on.
create table journal.parked (
    reader text not null references journal.cursor,
    stream text not null,
    position bigint not null,
    error text not null,
    since timestamptz not null,
    again boolean not null default false, -- somebody mended the cause and asks for another try
    primary key (reader, stream)
);

-- What the water line is made of: the last position drawn, and then who may still commit one that is not above it.
create function journal.look(out last bigint, out holders text[])
    language plpgsql volatile as
$$
begin
    select case when is_called then last_value else 0 end into last from journal.journal_position_seq;
    select coalesce(array_agg(virtualtransaction), '{}')
    into holders
    from pg_locks
    where locktype = 'advisory' and classid = 0 and objid = 4711 and objsubid = 1
      and database = (select oid from pg_database where datname = current_database());
end
$$;
