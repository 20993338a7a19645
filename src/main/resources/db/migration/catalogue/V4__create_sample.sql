-- The samples that a folder was last published with: no promise to anybody, hence one row that follows the folder.
create table catalogue.sample (
    procedure text primary key check (procedure ~ '^[1-9]\.[0-9]{6}$'),
    content   jsonb not null
);
