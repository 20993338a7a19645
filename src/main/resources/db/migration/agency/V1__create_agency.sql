-- Who serves, since when and until when. An agency that ends keeps its row: old dossiers name it.
create table agency.agency (
    code       text primary key check (code ~ '^[GH][0-9]{2}(\.[0-9]{2}){0,5}$'),
    gso_code   text unique,               -- the province's number at the statistics office; null for a ministry
    name_vi    text not null,
    name_en    text not null,
    place_vi   text not null,             -- the territory as it stands in a name: "thành phố Hà Nội"
    place_en   text not null,
    unit_vi    text not null,             -- its one-stop unit
    unit_en    text not null,
    address    text not null default '',  -- empty until an administrator enters it
    phone      text not null default '',
    valid_from date not null,
    valid_to   date check (valid_to > valid_from)  -- the first day on which it no longer exists
);
