-- article tells the teaser's article: its address, or where several articles share one, that and what tells them apart.
alter table teaser add column address varchar(2000);
update teaser set address = article;
alter table teaser alter column address set not null;
create index teaser_by_address on teaser (address, source_key);

-- Two who write may have one name.
alter table author drop constraint one_author_per_name;
create index author_by_name on author (name);
