-- Whose a standing query is: an account's. Nobody's are the operator's: those of the command line, and of
-- the time before there were accounts.
alter table watch add column owner text;
create index watch_owner on watch (owner, added_ms, id);
