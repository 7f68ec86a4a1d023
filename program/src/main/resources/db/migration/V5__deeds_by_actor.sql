-- What one organisation did, newest first, without a look at what the others did.
create index deed_actor on deed (room, actor, seq);
