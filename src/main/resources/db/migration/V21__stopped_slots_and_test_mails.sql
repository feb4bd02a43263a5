-- A slot that preflight stopped: nothing was frozen, and it is taken up again once what stopped it is mended.
alter table edition drop constraint edition_status_known;
alter table edition add constraint edition_status_known
  check (status in ('planned', 'sending', 'sent', 'paused', 'cancelled', 'skipped', 'missed', 'stopped'));

-- What a test mail's links show, for a while.
create table test_mail (
  token          varchar(64) primary key,
  newsletter_key varchar(64) not null,
  web_version    varchar     not null,   -- HTML, as it was mailed
  sent_at        timestamp with time zone not null
);
