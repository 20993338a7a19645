create table payment.obligation (
    id uuid primary key,
    version int not null,
    payable text not null,
    agency text not null,
    payer uuid not null,
    amount_vnd bigint not null check (amount_vnd > 0),
    lines jsonb not null,
    state text not null check (state in ('DUE', 'PAID', 'WAIVED', 'EXPIRED', 'REFUNDING', 'REFUNDED', 'REVERSED')),
    -- where the payer came from and goes back to, a path of this portal
    return_to text not null check (return_to like '/%' and return_to not like '//%'),
    made_at timestamptz not null,
    pay_by timestamptz not null,
    paid_at timestamptz
);

-- one thing never owes twice at one time
create unique index obligation_due_once on payment.obligation (payable) where state = 'DUE';
create index obligation_payable on payment.obligation (payable);
create index obligation_pay_by on payment.obligation (pay_by) where state = 'DUE';
