CREATE TABLE `settings` (
	`id` integer PRIMARY KEY NOT NULL,
	`withheld_questions` text NOT NULL,
	`answers_kept_months` integer,
	`revision` integer NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `api_keys` ADD `last_used_at` text;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `allowed_addresses` text;--> statement-breakpoint
ALTER TABLE `events` ADD `actor_role` text;--> statement-breakpoint
ALTER TABLE `events` ADD `before_hash` text;--> statement-breakpoint
ALTER TABLE `events` ADD `after_hash` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `purged_at` text;