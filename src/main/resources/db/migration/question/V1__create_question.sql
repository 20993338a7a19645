-- Where each question stands. No word of anybody is here: those lie in the erasable rows below.
create table question.question (
    code         text primary key,
    version      int not null,
    origin       text not null check (origin in ('ASKED', 'WRITTEN', 'SHIPPED')),
    state        text not null check (state in ('ASKED', 'ANSWERED', 'PUBLISHED', 'REPLIED', 'MERGED', 'RETIRED')),
    agency       text not null, -- who must answer
    procedures   text[] not null check (cardinality(procedures) between 1 and 10),
    asker        uuid, -- an account, or a number made for somebody without one; none where nobody asked
    asked_at     timestamptz not null,
    due_at       timestamptz,
    answered_by  uuid,
    released_at  timestamptz, -- when the asker first had an answer
    published_at timestamptz,
    published_by uuid,
    merged_into  text references question.question,
    changed_at   timestamptz not null,
    changed_by   uuid not null,
    helpful      int not null default 0 check (helpful >= 0),
    unhelpful    int not null default 0 check (unhelpful >= 0),
    -- the share of those whom it helped, as if four had voted before, two each way: one vote proves little
    usefulness   double precision generated always as ((helpful + 2.0) / (helpful + unhelpful + 4.0)) stored,
    constraint question_asked_has_a_due_time check ((origin = 'ASKED') = (due_at is not null)),
    constraint question_merged_into_another check ((state = 'MERGED') = (merged_into is not null)),
    constraint question_four_eyes check (published_by is null or origin = 'SHIPPED' or published_by <> answered_by)
) with (fillfactor = 80);

create index question_newest on question.question (published_at desc, code) where state = 'PUBLISHED';
create index question_useful on question.question (usefulness desc, code) where state = 'PUBLISHED';
create index question_procedures on question.question using gin (procedures) where state = 'PUBLISHED';
create index question_waiting on question.question (due_at, code) where state in ('ASKED', 'ANSWERED');
create index question_changed on question.question (changed_at);
create index question_merged on question.question (merged_into) where merged_into is not null;

-- The words that are or shall be published. English may be empty; Vietnamese counts.
create table question.wording (
    code       text primary key references question.question,
    title_vi   text not null,
    title_en   text not null,
    details_vi text not null,
    details_en text not null,
    answer_vi  text not null,
    answer_en  text not null,
    law        text not null
);

-- Who asked and in what words; the row is deleted some time after the answer.
create table question.asked (
    code       text primary key references question.question,
    token_hash bytea not null unique, -- of the form's token: one form becomes one question
    secret     bytea not null, -- the token, encrypted: who holds it may look at the question
    guest      boolean not null, -- asked without an account
    name       text not null,
    email      text,
    phone      text,
    locale     text not null check (locale in ('vi', 'en')),
    words      text not null,
    kept_until timestamptz, -- none while the answer is awaited
    constraint asked_can_be_reached check (email is not null or phone is not null)
);

create index asked_kept_until on question.asked (kept_until) where kept_until is not null;

-- Whom an answer helped: a keyed hash that stands for one visitor at one question, forgotten after 30 days.
create table question.vote (
    code    text not null references question.question,
    visitor bytea not null,
    helpful boolean not null,
    at      timestamptz not null,
    primary key (code, visitor)
);

create index vote_at on question.vote (at);

-- The questions that came with the product, each with the digest of what was last read.
create table question.shipped (
    code   text primary key references question.question,
    digest text not null
);
