-- What a retry of a thing's making is answered is found when the thing is deleted, to take its words out.
create index idempotency_key_by_location on idempotency_key ((headers ->> 'Location'));

-- A reader's key counts with the hash of its request: two readers who chose the same one are two.
update idempotency_key set caller = 'reader ' || encode(request_hash, 'hex') where caller = 'reader';
