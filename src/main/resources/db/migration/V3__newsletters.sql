create table newsletter (
  newsletter_key  varchar(64) primary key,
  title           varchar(200) not null,
  definition      varchar      not null,   -- newsletter.yaml, canonical
  changed_at      timestamp with time zone not null,
  scheduled_since timestamp with time zone not null -- when schedule or zone last changed
);
