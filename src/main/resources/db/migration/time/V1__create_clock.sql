-- By how much the one clock runs ahead of the machine's. No row in production: the clock cannot be moved there.
create table time.clock (
    id smallint primary key check (id = 1),
    ahead_micros bigint not null check (ahead_micros between -9000000000000000 and 9000000000000000),
    move bigint not null default 0 -- counts the moves, so that a node can say which one it has seen
);

-- Every node that follows the clock, and the last move it has seen; seen_at is the database's own time.
create table time.clock_node (
    node uuid primary key,
    move bigint not null,
    seen_at timestamptz not null
);
