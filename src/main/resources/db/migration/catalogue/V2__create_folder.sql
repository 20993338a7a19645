-- What each folder under services/ held when it was last published, so that a start reads only those that changed.
create table catalogue.folder (
    procedure text primary key check (procedure ~ '^[1-9]\.[0-9]{6}$'),
    digest    text not null     -- SHA-256 over its files
);
