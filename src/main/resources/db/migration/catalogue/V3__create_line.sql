-- What lists and search need of a version, so that a start does not read whole records. Made by the database, so that it
-- can never say something else than the record.
create function catalogue.line(content jsonb) returns jsonb
    language sql immutable parallel safe
    return jsonb_build_object(
        'effectiveTo', content -> 'effectiveTo',
        'name', content -> 'name',
        'everyday', content -> 'everyday',
        'summary', content -> 'summary',
        'keywords', content -> 'keywords',
        'field', content -> 'field',
        'levels', content -> 'levels',
        'audiences', content -> 'audiences',
        'lifeEvents', content -> 'lifeEvents',
        'promulgatingAgency', content -> 'promulgatingAgency',
        'promulgatingAgencyName', content -> 'promulgatingAgencyName',
        'channels', jsonb_path_query_array(content, '$.channels[*].channel'),
        'results', jsonb_path_query_array(content, '$.results[*].name'),
        'successors', content -> 'successors');

alter table catalogue.procedure_version
    add column line jsonb not null generated always as (catalogue.line(content)) stored,
    add column origin text not null default 'FOLDER' check (origin in ('FOLDER', 'IMPORT', 'BACK_OFFICE'));

-- Grows whenever something was published; each node looks at it and reads the catalogue anew when it has grown.
create table catalogue.edition (
    one    boolean primary key default true check (one),
    number bigint not null
);
insert into catalogue.edition (number) values (1);

-- What an import could not read for certain, for an editor to decide; replaced when the procedure is imported again.
create table catalogue.doubt (
    procedure text not null,
    number    int not null,              -- of the version that was made of it
    place     int not null,              -- 1, 2, 3 … in the order of the record
    part      text not null,             -- as in the record: channels[0].fees
    kind      text not null,             -- which rule was unsure
    said      text not null,             -- what the source says there, cut to 500 characters
    primary key (procedure, number, place),
    foreign key (procedure, number) references catalogue.procedure_version
);

revoke update, delete on catalogue.doubt from app;
revoke insert, delete on catalogue.edition from app;
