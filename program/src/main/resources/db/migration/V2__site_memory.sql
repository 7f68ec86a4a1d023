-- Where the bytes of a version lie in the archive (`file:offset`), so that they can be read again;
-- null for versions from before this column, and for those made of a feed's words.
alter table version add column record text;

-- What was learnt of a site's pages, one small document each (base64), and how many of the site's
-- articles are still to be read again with it: newest first, from after the row named last.
create table site_memory (
  site text primary key,
  doc text not null,
  due integer not null,
  after_ms bigint,
  after_id text
);
create index site_memory_due on site_memory (site) where due > 0;
