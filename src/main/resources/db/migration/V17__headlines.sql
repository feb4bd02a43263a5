-- What an edition is known by where editions are listed: its first story's headline, without a look into its content.
alter table edition add column headline varchar(1000);

update edition set headline = (select picked.headline from edition_candidate picked
                               where picked.edition_id = edition.id and picked.revision = edition.revision and picked.picked
                                 and picked.position = (select min(first_one.position) from edition_candidate first_one
                                                        where first_one.edition_id = edition.id
                                                          and first_one.revision = edition.revision and first_one.picked))
where content is not null;
