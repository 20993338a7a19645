-- Which journal this is. A restore gives it another id, so that cursors kept outside the database start over.
create table journal.identity (
    only_one boolean primary key default true check (only_one),
    id uuid not null
);
insert into journal.identity (id) values (gen_random_uuid());
