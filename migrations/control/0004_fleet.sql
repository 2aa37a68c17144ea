ALTER TABLE `provinces` ADD `token_rotated_at` text;--> statement-breakpoint
ALTER TABLE `provinces` ADD `database_host` text;--> statement-breakpoint
ALTER TABLE `provinces` ADD `database_name` text;--> statement-breakpoint
ALTER TABLE `provinces` ADD `database_group` text;--> statement-breakpoint
ALTER TABLE `provinces` ADD `schema_version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `provinces` ADD `delete_after` text;--> statement-breakpoint
ALTER TABLE `provinces` ADD `deleted_at` text;--> statement-breakpoint
ALTER TABLE `provinces` ADD `job` text;--> statement-breakpoint
ALTER TABLE `provinces` ADD `job_step` text;--> statement-breakpoint
ALTER TABLE `provinces` ADD `job_lease` text;--> statement-breakpoint
ALTER TABLE `provinces` ADD `job_error` text;--> statement-breakpoint
ALTER TABLE `provinces` ADD `job_changed_at` text;
--> statement-breakpoint
-- As in a province's database (migrations/province/0001_precondition.sql): aborts a batch whose writer's expectation failed.
CREATE VIEW IF NOT EXISTS precondition (holds, code) AS SELECT 1, '' WHERE 0;
--> statement-breakpoint
CREATE TRIGGER IF NOT EXISTS precondition_failed INSTEAD OF INSERT ON precondition WHEN NEW.holds IS NOT 1
BEGIN
  SELECT CASE NEW.code
    WHEN 'revision' THEN RAISE(ABORT, 'precondition:revision')
    WHEN 'state' THEN RAISE(ABORT, 'precondition:state')
    ELSE RAISE(ABORT, 'precondition:other')
  END;
END;
