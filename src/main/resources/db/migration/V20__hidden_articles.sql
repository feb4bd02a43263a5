-- What editors hide and pin is the article, whichever teaser they name, and whoever brings it later.
create table hidden_article (
  name      varchar(2100) primary key,      -- what a source may bring it under: its address (teaser.article), or its guid
  story     varchar(2100) not null,         -- what was hidden together is shown again together
  hidden_at timestamp with time zone not null
);
create index hidden_article_by_story on hidden_article (story);

insert into hidden_article (name, story, hidden_at)
select article, article, min(hidden_at) from teaser where hidden_at is not null group by article;

alter table teaser drop column hidden_at;

update teaser set pinned_at = (select min(twin.pinned_at) from teaser twin where twin.article = teaser.article)
where pinned_at is null
  and exists (select 1 from teaser twin where twin.article = teaser.article and twin.pinned_at is not null);
