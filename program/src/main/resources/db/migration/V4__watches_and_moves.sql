-- Where articles went when a story was split or joined with another: old addresses lead on.
create table story_move (
  article text not null,
  from_story text not null,
  to_story text not null,
  at_ms bigint not null,
  why text not null,
  primary key (article, from_story, to_story, at_ms)
);
create index story_move_from on story_move (from_story, article);

-- Standing queries: who asked for what, and how it is to be told.
create table watch (
  id text primary key,
  query text not null,
  title text not null,
  added_ms bigint not null,
  webhook text,
  secret text,
  email text,
  hits bigint not null,
  trouble text
);
create index watch_added on watch (added_ms, id);
-- `when_ms` is the article's, so that a list of hits is a range of one index.
create table watch_hit (
  watch text not null,
  article text not null,
  when_ms bigint not null,
  primary key (watch, article)
);
create index watch_hit_when on watch_hit (watch, when_ms, article);
-- What is still to be told: by webhook (way 1) or by e-mail (way 2).
create table watch_due (
  way integer not null,
  watch text not null,
  article text not null,
  due_ms bigint not null,
  attempts integer not null,
  primary key (way, watch, article)
);
create index watch_due_when on watch_due (way, due_ms);

-- How far the log was matched, and how often the list of standing queries was changed.
insert into counter (name, value) select 'watched', value from counter where name = 'log';
insert into counter (name, value) values ('watches', 0);
