-- When everybody of an edition's audience had been tried, and some were deferred: told once, whoever finds it.
alter table edition add column tried_at timestamp with time zone;
