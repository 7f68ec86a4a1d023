-- Runs unchanged on SQLite and PostgreSQL: no jsonb, no arrays, no identity columns.
-- Times are epoch milliseconds. Every listing of the program is a range of one index.

-- Positions and counts that must not be counted by reading a table.
create table counter (
  name text primary key,
  value bigint not null
);
insert into counter (name, value) values ('log', 0);
insert into counter (name, value) values ('articles', 0);
insert into counter (name, value) values ('stories', 0);

create table source (
  id text primary key,
  name text not null,
  site text,
  lang text not null,
  articles bigint not null
);

create table feed (
  id text primary key,
  source text not null references source (id),
  kind text not null,
  address text not null,
  title text,
  etag text,
  last_modified text,
  due_ms bigint,
  pace_s bigint not null,
  failures integer not null,
  trouble text
);
create index feed_due on feed (due_ms, id) where due_ms is not null;
create index feed_source on feed (source, id);
create index feed_trouble on feed (source, due_ms) where trouble is not null;

-- One row an address, its newest visit; the id is a digest of the address, which may be long.
create table visit (
  id text primary key,
  url text not null,
  source text not null references source (id),
  feed text,
  at_ms bigint not null,
  hash text,
  record text,
  outcome text not null,
  detail text not null,
  article text,
  trouble integer not null,
  told text
);
create index visit_trouble on visit (at_ms, id) where trouble = 1;
create index visit_source_trouble on visit (source, at_ms, id) where trouble = 1;

-- What listings need stands first; the bodies are in `version`.
create table article (
  id text primary key,
  seq bigint not null unique,
  source text not null references source (id),
  story text not null,
  lang text not null,
  when_ms bigint not null,
  version integer not null,
  size_chars integer not null,
  copy_of text,
  fingerprint text not null,
  title text not null,
  image text,
  excerpt text not null,
  why text not null,
  notes text not null
);
create index article_when on article (when_ms, id);
create index article_source on article (source, when_ms, id);
create index article_story on article (story, when_ms, id);

create table version (
  article text not null references article (id),
  number integer not null,
  doc text not null,
  primary key (article, number)
);

create table link (
  article text not null references article (id),
  place integer not null,
  target text not null,
  kind text not null,
  weight double precision not null,
  reasons text not null,
  primary key (article, place)
);
create index link_target on link (target, kind, article);

-- Keywords (kind 1) and names (kind 2). The label is the one that most articles write, held by a
-- running majority vote: `margin` is its lead.
create table term (
  kind integer not null,
  key text not null,
  label text not null,
  lang text not null,
  margin bigint not null,
  articles bigint not null,
  primary key (kind, key)
);
create table article_term (
  kind integer not null,
  key text not null,
  when_ms bigint not null,
  article text not null,
  primary key (kind, key, when_ms, article)
);
create table term_day (
  kind integer not null,
  day bigint not null,
  key text not null,
  articles bigint not null,
  primary key (kind, day, key)
);

create table story (
  id text primary key,
  lead text not null,
  articles integer not null,
  outlets integer not null,
  langs text not null,
  first_ms bigint not null,
  last_ms bigint not null
);
create index story_last on story (last_ms, id);
-- How many of a story's articles are of one outlet (kind 1) or language (kind 2).
create table story_tally (
  story text not null,
  kind integer not null,
  value text not null,
  articles integer not null,
  primary key (story, kind, value)
);

-- How often an article was read, and nothing about the reader. Outlives the article's rows.
create table view_count (
  article text primary key,
  views bigint not null
);
