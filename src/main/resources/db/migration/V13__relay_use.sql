-- How many messages went by a relay in an hour or a day (UTC), of all nodes together.
create table relay_use (
  relay     varchar(100) not null,
  period    varchar(8)   not null,
  starts_at timestamp with time zone not null,
  used      bigint       not null,
  primary key (relay, period, starts_at),
  constraint relay_use_period_known check (period in ('hour', 'day'))
);

-- When an edition is no longer sent: the rest is skipped. None: it is sent however long it takes.
alter table edition add column send_until timestamp with time zone;
