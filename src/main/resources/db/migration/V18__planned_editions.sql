-- A slot that somebody planned by hand: its row has no content until it is picked, when its time comes.
alter table edition drop constraint edition_status_known;
alter table edition add constraint edition_status_known
  check (status in ('planned', 'sending', 'sent', 'paused', 'cancelled', 'skipped', 'missed'));
