CREATE TABLE `recognition_files` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`round_id` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recognition_files_unit` ON `recognition_files` (`unit_id`);--> statement-breakpoint
CREATE TABLE `recognition_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`step` text NOT NULL,
	`round_id` text,
	`decision_number` text NOT NULL,
	`decision_date` text NOT NULL,
	`office` text NOT NULL,
	`note` text,
	`at` text NOT NULL,
	`actor_id` text NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `recognition_files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recognition_steps_file` ON `recognition_steps` (`file_id`);--> statement-breakpoint
CREATE TABLE `response_revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`revision` integer NOT NULL,
	`form_version_id` text NOT NULL,
	`changes` text NOT NULL,
	`raw_changes` text NOT NULL,
	`saved_at` text NOT NULL,
	`link_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `response_revisions_unit` ON `response_revisions` (`round_id`,`unit_id`,`revision`);--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` text NOT NULL,
	`revoked_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_token_hash_unique` ON `calendar_feeds` (`token_hash`);--> statement-breakpoint
CREATE TABLE `reminders` (
	`round_id` text NOT NULL,
	`commune_id` text NOT NULL,
	`kind` text NOT NULL,
	`due_at` text NOT NULL,
	`mailed_at` text,
	PRIMARY KEY(`round_id`, `commune_id`, `kind`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `review_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`step_id` text NOT NULL,
	`round_id` text NOT NULL,
	`commune_id` text NOT NULL,
	`unit_id` text,
	`question` text,
	`text` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`step_id`) REFERENCES `submission_steps`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_comments_commune` ON `review_comments` (`round_id`,`commune_id`);--> statement-breakpoint
CREATE TABLE `submission_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`commune_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`revisions` text,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `submission_steps_commune` ON `submission_steps` (`round_id`,`commune_id`,`at`);--> statement-breakpoint
CREATE TABLE `unit_boundaries` (
	`unit_id` text PRIMARY KEY NOT NULL,
	`geometry` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `unit_kinds` (
	`level` text NOT NULL,
	`label` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`level`, `label`)
);
--> statement-breakpoint
CREATE TABLE `unit_versions` (
	`unit_id` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`kind_label` text NOT NULL,
	`name` text NOT NULL,
	`code` text,
	`parent_id` text,
	`attributes` text NOT NULL,
	`contact_email` text,
	`search_key` text NOT NULL,
	`legal_act` text,
	`created_at` text NOT NULL,
	PRIMARY KEY(`unit_id`, `valid_from`),
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `unit_versions_parent` ON `unit_versions` (`parent_id`);--> statement-breakpoint
CREATE INDEX `unit_versions_code` ON `unit_versions` (`code`);--> statement-breakpoint
ALTER TABLE `lineage` ADD `kind` text DEFAULT 'merge' NOT NULL;--> statement-breakpoint
ALTER TABLE `links` ADD `pin_hash` text;--> statement-breakpoint
ALTER TABLE `links` ADD `pin_failures` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `links` ADD `pin_locked_until` text;--> statement-breakpoint
ALTER TABLE `links` ADD `created_by` text;--> statement-breakpoint
ALTER TABLE `responses` ADD `form_version_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `round_units` ADD `added_at` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `period_from` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `period_to` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `opens_at` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `deadline_day` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `deadline_bound` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `due_at` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `late_submissions` text DEFAULT 'refuse' NOT NULL;--> statement-breakpoint
ALTER TABLE `rounds` ADD `archived_at` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `opening_problem` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `revision` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `scorecards` ADD `figures` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `submissions` ADD `revision` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `submissions` ADD `late` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `submissions` ADD `returned_at` text;--> statement-breakpoint
ALTER TABLE `submissions` ADD `verified_at` text;--> statement-breakpoint
ALTER TABLE `submissions` ADD `verified_by` text;--> statement-breakpoint
ALTER TABLE `submissions` ADD `assigned_to` text;--> statement-breakpoint
ALTER TABLE `submissions` ADD `extended_until` text;--> statement-breakpoint
ALTER TABLE `units` ADD `revision` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `events_subject` ON `events` (`subject`);--> statement-breakpoint
-- What every unit was so far becomes its first version. What it was called is folded as worker/units/search-key.ts does, letter
-- by letter: SQLite's parser takes no expression that is deep enough for all at once.
INSERT INTO unit_versions (unit_id, valid_from, valid_to, kind_label, name, code, parent_id, attributes, search_key, created_at)
  SELECT id, substr(created_at, 1, 10),
    (SELECT max(min(l.date), substr(units.created_at, 1, 10)) FROM lineage l WHERE l.predecessor_id = units.id),
    kind_label, name, code, parent_id, attributes, lower(name || coalesce(' ' || code, '')), created_at
  FROM units;
--> statement-breakpoint
UPDATE unit_versions SET search_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(search_key, 'À', 'a'), 'Á', 'a'), 'Â', 'a'), 'Ã', 'a'), 'à', 'a'), 'á', 'a'), 'â', 'a'), 'ã', 'a'), 'Ă', 'a'), 'ă', 'a'), 'Ạ', 'a'), 'ạ', 'a'), 'Ả', 'a'), 'ả', 'a'), 'Ấ', 'a'), 'ấ', 'a'), 'Ầ', 'a'), 'ầ', 'a');
--> statement-breakpoint
UPDATE unit_versions SET search_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(search_key, 'Ẩ', 'a'), 'ẩ', 'a'), 'Ẫ', 'a'), 'ẫ', 'a'), 'Ậ', 'a'), 'ậ', 'a'), 'Ắ', 'a'), 'ắ', 'a'), 'Ằ', 'a'), 'ằ', 'a'), 'Ẳ', 'a'), 'ẳ', 'a'), 'Ẵ', 'a'), 'ẵ', 'a'), 'Ặ', 'a'), 'ặ', 'a');
--> statement-breakpoint
UPDATE unit_versions SET search_key = replace(replace(search_key, 'Đ', 'd'), 'đ', 'd');
--> statement-breakpoint
UPDATE unit_versions SET search_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(search_key, 'È', 'e'), 'É', 'e'), 'Ê', 'e'), 'è', 'e'), 'é', 'e'), 'ê', 'e'), 'Ẹ', 'e'), 'ẹ', 'e'), 'Ẻ', 'e'), 'ẻ', 'e'), 'Ẽ', 'e'), 'ẽ', 'e'), 'Ế', 'e'), 'ế', 'e'), 'Ề', 'e'), 'ề', 'e'), 'Ể', 'e'), 'ể', 'e');
--> statement-breakpoint
UPDATE unit_versions SET search_key = replace(replace(replace(replace(search_key, 'Ễ', 'e'), 'ễ', 'e'), 'Ệ', 'e'), 'ệ', 'e');
--> statement-breakpoint
UPDATE unit_versions SET search_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(search_key, 'Ì', 'i'), 'Í', 'i'), 'ì', 'i'), 'í', 'i'), 'Ĩ', 'i'), 'ĩ', 'i'), 'Ỉ', 'i'), 'ỉ', 'i'), 'Ị', 'i'), 'ị', 'i');
--> statement-breakpoint
UPDATE unit_versions SET search_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(search_key, 'Ò', 'o'), 'Ó', 'o'), 'Ô', 'o'), 'Õ', 'o'), 'ò', 'o'), 'ó', 'o'), 'ô', 'o'), 'õ', 'o'), 'Ơ', 'o'), 'ơ', 'o'), 'Ọ', 'o'), 'ọ', 'o'), 'Ỏ', 'o'), 'ỏ', 'o'), 'Ố', 'o'), 'ố', 'o'), 'Ồ', 'o'), 'ồ', 'o');
--> statement-breakpoint
UPDATE unit_versions SET search_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(search_key, 'Ổ', 'o'), 'ổ', 'o'), 'Ỗ', 'o'), 'ỗ', 'o'), 'Ộ', 'o'), 'ộ', 'o'), 'Ớ', 'o'), 'ớ', 'o'), 'Ờ', 'o'), 'ờ', 'o'), 'Ở', 'o'), 'ở', 'o'), 'Ỡ', 'o'), 'ỡ', 'o'), 'Ợ', 'o'), 'ợ', 'o');
--> statement-breakpoint
UPDATE unit_versions SET search_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(search_key, 'Ù', 'u'), 'Ú', 'u'), 'ù', 'u'), 'ú', 'u'), 'Ũ', 'u'), 'ũ', 'u'), 'Ư', 'u'), 'ư', 'u'), 'Ụ', 'u'), 'ụ', 'u'), 'Ủ', 'u'), 'ủ', 'u'), 'Ứ', 'u'), 'ứ', 'u'), 'Ừ', 'u'), 'ừ', 'u'), 'Ử', 'u'), 'ử', 'u');
--> statement-breakpoint
UPDATE unit_versions SET search_key = replace(replace(replace(replace(search_key, 'Ữ', 'u'), 'ữ', 'u'), 'Ự', 'u'), 'ự', 'u');
--> statement-breakpoint
UPDATE unit_versions SET search_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(search_key, 'Ý', 'y'), 'ý', 'y'), 'Ỳ', 'y'), 'ỳ', 'y'), 'Ỵ', 'y'), 'ỵ', 'y'), 'Ỷ', 'y'), 'ỷ', 'y'), 'Ỹ', 'y'), 'ỹ', 'y');
--> statement-breakpoint
UPDATE responses SET form_version_id = (SELECT form_version_id FROM rounds WHERE rounds.id = responses.round_id);
--> statement-breakpoint
-- Of what was saved before revisions were kept, the last state is the first patch.
INSERT INTO response_revisions (id, round_id, unit_id, revision, form_version_id, changes, raw_changes, saved_at, link_id)
  SELECT lower(hex(randomblob(16))), round_id, unit_id, revision, form_version_id, answers, raw, saved_at, link_id FROM responses;
