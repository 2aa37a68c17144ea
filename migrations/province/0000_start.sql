CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`key_hash` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text,
	`revoked_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_key_hash_unique` ON `api_keys` (`key_hash`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`act` text NOT NULL,
	`subject` text NOT NULL,
	`request_id` text NOT NULL,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `form_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`form_id` text NOT NULL,
	`number` integer NOT NULL,
	`document` text NOT NULL,
	`hash` text NOT NULL,
	`created_at` text NOT NULL,
	`published_at` text,
	FOREIGN KEY (`form_id`) REFERENCES `forms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `form_versions_number` ON `form_versions` (`form_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `form_versions_hash` ON `form_versions` (`form_id`,`hash`);--> statement-breakpoint
CREATE TABLE `forms` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `forms_key_unique` ON `forms` (`key`);--> statement-breakpoint
CREATE TABLE `links` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`commune_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text,
	`last_used_at` text,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `links_token_hash_unique` ON `links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `links_round` ON `links` (`round_id`,`unit_id`);--> statement-breakpoint
CREATE TABLE `responses` (
	`round_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`commune_id` text NOT NULL,
	`answers` text NOT NULL,
	`raw` text NOT NULL,
	`revision` integer NOT NULL,
	`saved_at` text NOT NULL,
	`link_id` text NOT NULL,
	PRIMARY KEY(`round_id`, `unit_id`)
);
--> statement-breakpoint
CREATE INDEX `responses_commune` ON `responses` (`round_id`,`commune_id`);--> statement-breakpoint
CREATE TABLE `round_units` (
	`round_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`commune_id` text NOT NULL,
	`level` text NOT NULL,
	`kind_label` text NOT NULL,
	`name` text NOT NULL,
	`code` text,
	`attributes` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`round_id`, `unit_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `round_units_commune` ON `round_units` (`round_id`,`commune_id`,`position`);--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`form_version_id` text NOT NULL,
	`closes_at` text,
	`opened_at` text,
	`closed_at` text,
	`units_hash` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`form_version_id`) REFERENCES `form_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `scorecards` (
	`round_id` text NOT NULL,
	`commune_id` text NOT NULL,
	`inputs_version` integer NOT NULL,
	`ready` integer,
	`index` real,
	`document` text NOT NULL,
	`form_hash` text NOT NULL,
	`units_hash` text NOT NULL,
	`answers_hash` text NOT NULL,
	`engine_version` text NOT NULL,
	`scored_at` text NOT NULL,
	PRIMARY KEY(`round_id`, `commune_id`)
);
--> statement-breakpoint
CREATE TABLE `submissions` (
	`round_id` text NOT NULL,
	`commune_id` text NOT NULL,
	`inputs_version` integer NOT NULL,
	`submitted_at` text,
	`reference` text,
	`reasons` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`round_id`, `commune_id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_reference` ON `submissions` (`reference`);--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`level` text NOT NULL,
	`kind_label` text NOT NULL,
	`name` text NOT NULL,
	`code` text,
	`parent_id` text,
	`attributes` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `units_parent` ON `units` (`parent_id`);