CREATE TABLE `audit_seals` (
	`number` integer PRIMARY KEY NOT NULL,
	`first_seq` integer NOT NULL,
	`last_seq` integer NOT NULL,
	`events` integer NOT NULL,
	`prints` text NOT NULL,
	`sealed_at` text NOT NULL,
	`hash` text NOT NULL,
	`key_id` text NOT NULL,
	`signature` text NOT NULL
);
--> statement-breakpoint
-- Numbered in the order in which they were written: SQLite gives numbers that are not used again.
CREATE TABLE `__new_events` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`at` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_role` text,
	`act` text NOT NULL,
	`subject` text NOT NULL,
	`request_id` text NOT NULL,
	`detail` text NOT NULL,
	`before_hash` text,
	`after_hash` text
);
--> statement-breakpoint
INSERT INTO `__new_events`("id", "at", "actor_kind", "actor_id", "actor_role", "act", "subject", "request_id", "detail", "before_hash", "after_hash") SELECT "id", "at", "actor_kind", "actor_id", "actor_role", "act", "subject", "request_id", "detail", "before_hash", "after_hash" FROM `events` ORDER BY rowid;--> statement-breakpoint
DROP TABLE `events`;--> statement-breakpoint
ALTER TABLE `__new_events` RENAME TO `events`;--> statement-breakpoint
CREATE UNIQUE INDEX `events_id_unique` ON `events` (`id`);--> statement-breakpoint
CREATE INDEX `events_subject` ON `events` (`subject`);--> statement-breakpoint
CREATE INDEX `events_act` ON `events` (`act`);--> statement-breakpoint
CREATE INDEX `events_actor` ON `events` (`actor_id`);--> statement-breakpoint
CREATE INDEX `events_at` ON `events` (`at`);--> statement-breakpoint
-- What is recorded stays as it was recorded. REPLACE deletes without asking a delete trigger, hence the third of each.
CREATE TRIGGER events_never_change BEFORE UPDATE ON events
BEGIN
  SELECT RAISE(ABORT, 'append-only:events');
END;
--> statement-breakpoint
CREATE TRIGGER events_never_go BEFORE DELETE ON events
BEGIN
  SELECT RAISE(ABORT, 'append-only:events');
END;
--> statement-breakpoint
CREATE TRIGGER events_never_replaced BEFORE INSERT ON events
  WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id OR seq = NEW.seq)
BEGIN
  SELECT RAISE(ABORT, 'append-only:events');
END;
--> statement-breakpoint
CREATE TRIGGER audit_seals_never_change BEFORE UPDATE ON audit_seals
BEGIN
  SELECT RAISE(ABORT, 'append-only:audit_seals');
END;
--> statement-breakpoint
CREATE TRIGGER audit_seals_never_go BEFORE DELETE ON audit_seals
BEGIN
  SELECT RAISE(ABORT, 'append-only:audit_seals');
END;
