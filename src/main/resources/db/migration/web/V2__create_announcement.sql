-- What the portal tells everybody: maintenance windows and notices.
create table web.announcement (
    id        uuid primary key,
    starts_at timestamptz not null,
    ends_at   timestamptz not null,
    kind      text not null check (kind in ('MAINTENANCE', 'NOTICE')),
    text_vi   text not null,
    text_en   text not null,
    check (ends_at > starts_at)
);

-- For what is not over yet.
create index announcement_ends_at on web.announcement (ends_at);
