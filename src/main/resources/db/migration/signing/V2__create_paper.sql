-- The register of issued papers: what was sealed, and whether it still holds. No name of any person.
create table signing.paper (
    token_hash  bytea primary key check (length(token_hash) = 32), -- keyed digest of the token printed on it
    sha256      bytea not null check (length(sha256) = 32),        -- of the sealed bytes
    kind        text not null,
    issuer      text not null,
    issuer_name text not null,
    subject     text not null,
    issued_at   timestamptz not null,
    state       text not null check (state in ('IN_FORCE', 'REVOKED', 'REPLACED')),
    reason      text check ((reason is null) = (state = 'IN_FORCE')),
    changed_at  timestamptz,
    replaced_by bytea references signing.paper (token_hash),
    check ((replaced_by is null) = (state <> 'REPLACED'))
);
create unique index paper_sha256 on signing.paper (sha256);
create index paper_subject on signing.paper (subject);
create index paper_replaced_by on signing.paper (replaced_by) where replaced_by is not null;
revoke delete on signing.paper from app;
