-- Makes the partitions up to the one that holds the position and two more, five million positions each, and answers how
-- many it made. The role app may call it and still has no right to make or change a table. A partition is built apart and
-- then attached, which lets inserts go on.
create function journal.make_partitions(upto bigint) returns int
    language plpgsql volatile security definer set search_path = pg_catalog as
$$
declare
    size constant bigint := 5000000;
    made int := 0;
    part text;
begin
    perform pg_advisory_xact_lock(4712); -- one maker at a time
    for n in 0 .. (upto / size + 2) loop
        part := format('journal_%s', lpad(n::text, 6, '0'));
        if to_regclass('journal.' || part) is not null then
            continue;
        end if;
        execute format('create table journal.%I (like journal.journal including defaults including constraints)', part);
        execute format('alter table journal.%I set (autovacuum_vacuum_insert_scale_factor = 0.01)', part);
        execute format('revoke all on journal.%I from app', part); -- the way in is the journal itself
        execute format('create trigger never_emptied before truncate on journal.%I for each statement '
                       'execute function journal.refuse()', part);
        execute format('alter table journal.journal attach partition journal.%I for values from (%s) to (%s)',
                       part, n * size, (n + 1) * size);
        made := made + 1;
    end loop;
    return made;
end
$$;
revoke execute on function journal.make_partitions(bigint) from public;
grant execute on function journal.make_partitions(bigint) to app;
select journal.make_partitions(0);
