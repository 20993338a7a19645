-- When the disk was last looked through for blobs without a row; one row.
create table files.sweep (
    one     boolean primary key default true check (one),
    next_at timestamptz not null,
    part    int not null check (part between 0 and 255) -- the two hexadecimal digits that come next
);
