-- What is removed stays known: links in old mails, web versions and figures go by it.
alter table list add column removed_at timestamp with time zone;
alter table newsletter add column removed_at timestamp with time zone;
alter table newsletter add column paused_at timestamp with time zone;   -- its schedule rests; by hand it goes out as ever
