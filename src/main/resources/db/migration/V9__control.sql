-- An edition holds its newest revision; what it was before it was amended is kept beside it, for whoever got that.
alter table edition add column revision int default 1 not null;
alter table edition_teaser add column revision int default 1 not null;
alter table edition_candidate add column revision int default 1 not null;

create table edition_revision (
  edition_id bigint  not null references edition on delete cascade,
  revision   int     not null,
  newsletter varchar not null,
  content    varchar not null,
  primary key (edition_id, revision)
);

create table edition_revision_template (
  edition_id bigint       not null references edition on delete cascade,
  revision   int          not null,
  file       varchar(200) not null,
  content    varchar      not null,
  primary key (edition_id, revision, file)
);

-- Which revision they got, or were last tried with.
alter table delivery add column revision int default 1 not null;

-- What is kept of deliveries when they are old: how many, by outcome and by the class of the relay's reply or our reason.
create table delivery_figure (
  edition_id  bigint      not null references edition on delete cascade,
  revision    int         not null,
  status      varchar(16) not null,
  reply_class varchar(16) not null,
  deliveries  bigint      not null,
  primary key (edition_id, revision, status, reply_class)
);
