create table source (
  source_key      varchar(64)   primary key,
  url             varchar(2000) not null,
  every_seconds   bigint        not null,
  default_section varchar(64)   references section,   -- none: sections are made of the feed's categories
  mapping         varchar       not null,   -- JSON object: the feed's category to a section key
  sponsors        varchar       not null, -- JSON object: a category or guid to who paid for it
  etag            varchar(1000),
  last_modified   varchar(100),
  first_read_at   timestamp with time zone, -- from here on the source is known, and what it brings late counts from arrival
  last_read_at    timestamp with time zone,
  next_fetch_at   timestamp with time zone not null,
  failures        int           not null default 0,
  last_problem    varchar
);
