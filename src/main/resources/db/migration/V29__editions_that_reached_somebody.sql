-- Which revisions of an edition somebody got: what they carried counts as sent, though the edition was cancelled or corrected.
create table edition_reached (
  edition_id bigint not null references edition on delete cascade,
  revision   int    not null,
  primary key (edition_id, revision)
);

insert into edition_reached (edition_id, revision)
select edition_id, revision from delivery where status = 'sent'
union
select edition_id, revision from delivery_figure where status = 'sent' and deliveries > 0;
