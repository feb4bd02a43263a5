-- Which database is the one that sends: where it lay when somebody last knew, and its last sign of life.
create table installation (
  only_row  int          primary key,
  name      varchar(64)  not null,      -- keepreading.installation; empty: none
  place     varchar(200) not null,      -- what a copy of the database can't have in common with it
  sign      bigint       not null,      -- counts the signs of life; the file beside an H2 database knows it as well
  signed_at timestamp with time zone not null,
  signed_by varchar(255) not null,      -- the machine
  constraint one_installation check (only_row = 1)
);

-- What was told to whom about a slot, so that several nodes say it once.
create table slot_notice (
  newsletter_key varchar(64) not null,
  slot           timestamp with time zone not null,
  kind           varchar(16) not null,        -- ping, late
  told_at        timestamp with time zone not null,
  constraint one_notice_per_slot primary key (newsletter_key, slot, kind)
);
