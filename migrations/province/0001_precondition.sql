-- A write is one batch and one transaction. `INSERT INTO precondition (holds, code) SELECT …` as one of its statements
-- aborts the whole batch with the code when what the writer expected no longer holds. The view stores nothing.
CREATE VIEW precondition (holds, code) AS SELECT 1, '' WHERE 0;
--> statement-breakpoint
CREATE TRIGGER precondition_failed INSTEAD OF INSERT ON precondition WHEN NEW.holds IS NOT 1
BEGIN
  SELECT CASE NEW.code
    WHEN 'revision' THEN RAISE(ABORT, 'precondition:revision')
    WHEN 'state' THEN RAISE(ABORT, 'precondition:state')
    ELSE RAISE(ABORT, 'precondition:other')
  END;
END;
