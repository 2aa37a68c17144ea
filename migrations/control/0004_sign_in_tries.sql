CREATE TABLE `sign_in_tries` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`locked_until` text,
	`proved_at` text,
	`at` text NOT NULL
);
--> statement-breakpoint
-- As in a province's database: a batch that aborts when what its writer expected no longer holds (ADR 0005).
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
