-- Blank forms that editors give for what the record names; rows are only added. The last row of a name counts, and one
-- without a file says that the form was taken away.
create table catalogue.blank_form (
    procedure   text not null check (procedure ~ '^[1-9]\.[0-9]{6}$'),
    number      int not null check (number > 0),
    name        text not null check (length(name) between 1 and 500),   -- as the record names it
    file        uuid,                                                   -- in the room files
    uploaded_by uuid not null,
    uploaded_at timestamptz not null,
    primary key (procedure, number)
);

create index blank_form_of_name on catalogue.blank_form (procedure, name, number desc);

revoke update, delete on catalogue.blank_form from app;
