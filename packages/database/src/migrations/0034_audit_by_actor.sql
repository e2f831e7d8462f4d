-- The audit log is also read by who did something, and by what was done.
create index audit_by_actor on audit (actor, id);
create index audit_by_action on audit (action, id);
