-- What people and partners did, in the order in which it was done. Rows are never changed or
-- deleted; the hash of each covers the one before.
create table deed (
  seq bigint primary key,
  room text not null,
  subject text not null,
  kind text not null,
  at_ms bigint not null,
  actor text not null,
  body text not null,
  hash text not null
);
create index deed_room on deed (room, seq);
create index deed_subject on deed (room, subject, seq);

-- Small papers that rooms change and throw away: accounts, sessions, tokens.
create table paper (
  kind text not null,
  key text not null,
  body text not null,
  primary key (kind, key)
);
