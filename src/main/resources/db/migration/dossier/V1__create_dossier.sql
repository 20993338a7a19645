-- The last number given to a dossier, by receiving agency and local day. Gaps are allowed, repeats and steps back are not.
create table dossier.sequence (
    agency text not null,
    day    date not null,
    last   bigint not null,
    primary key (agency, day)
);

-- Where each dossier stands. Narrow, since it is rewritten at each step; what was handed in lies in dossier.content.
create table dossier.dossier (
    code            text primary key,
    version         int not null,
    agency          text not null,
    service         text not null,
    service_version int not null,
    case_code       text not null,
    applicant       uuid not null,
    on_behalf_of    uuid,
    draft           uuid not null, -- the client's token: one draft or request becomes one dossier
    status          text not null,
    finance         text not null check (finance in ('NONE', 'DUE', 'PAID', 'WAIVED')),
    obligation      uuid,
    holder          uuid, -- the official who has it on the desk
    leader          uuid, -- set while it waits for an approving leader
    decision        text check (decision in ('GRANT', 'REFUSE')),
    delivery_way    text not null,
    delivery_state  text not null check (delivery_state in ('NOT_READY', 'READY', 'HANDED', 'POSTED', 'DOWNLOADED')),
    result          uuid, -- the sealed paper's file
    submitted_at    timestamptz not null,
    acknowledge_by  timestamptz, -- none while a fee is due
    accepted_at     timestamptz,
    due_at          timestamptz,
    finished_at     timestamptz,
    changed_at      timestamptz not null,
    changed_by      uuid not null,
    act_by          timestamptz not null, -- by when the office must act next; infinity when it need not
    unique (applicant, draft)
) with (fillfactor = 80);

create index on dossier.dossier (agency, status, act_by, code);
create index on dossier.dossier (holder, act_by, code) where finished_at is null;
create index on dossier.dossier (leader, act_by, code) where leader is not null and finished_at is null;
create index on dossier.dossier (applicant, submitted_at desc, code desc);
create index on dossier.dossier (on_behalf_of, submitted_at desc, code desc) where on_behalf_of is not null;

-- What was handed in: written once. The secret is encrypted; who knows it may follow the dossier without signing in.
create table dossier.content (
    code             text primary key references dossier.dossier,
    secret           bytea not null,
    applicant        jsonb not null, -- as the account said at submission: name, number, birth date, contacts, address
    answers          jsonb not null,
    delivery_address text
);

create table dossier.paper (
    code      text not null references dossier.dossier,
    number    int not null,
    component text not null,
    file      uuid, -- none for what the form or the account itself holds
    source    text not null check (source in ('FORM', 'ACCOUNT', 'UPLOAD')),
    primary key (code, number)
);

-- Sealed papers of a dossier: made once, on first opening or by a reader, and the same for ever.
create table dossier.document (
    code text not null references dossier.dossier,
    kind text not null, -- form-01 … form-07, result
    file uuid not null,
    made_at timestamptz not null,
    primary key (code, kind)
);
