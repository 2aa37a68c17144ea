// Made by `npm run migrations` from the SQL beside it. Do not edit.
import type { Migration } from './migrate.ts';

export const controlMigrations: Migration[] = [
  {
    "tag": "0000_start",
    "when": 1795332200612,
    "statements": [
      "CREATE TABLE `account` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`account_id` text NOT NULL,\n\t`provider_id` text NOT NULL,\n\t`user_id` text NOT NULL,\n\t`access_token` text,\n\t`refresh_token` text,\n\t`id_token` text,\n\t`access_token_expires_at` integer,\n\t`refresh_token_expires_at` integer,\n\t`scope` text,\n\t`password` text,\n\t`created_at` integer DEFAULT (cast(unixepoch('subsecond') * 1000 as integer)) NOT NULL,\n\t`updated_at` integer DEFAULT (cast(unixepoch('subsecond') * 1000 as integer)) NOT NULL,\n\tFOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade\n);",
      "CREATE INDEX `account_user_id` ON `account` (`user_id`);",
      "CREATE TABLE `memberships` (\n\t`user_id` text NOT NULL,\n\t`province_code` text NOT NULL,\n\t`role` text NOT NULL,\n\t`created_at` text NOT NULL,\n\tPRIMARY KEY(`user_id`, `province_code`, `role`),\n\tFOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,\n\tFOREIGN KEY (`province_code`) REFERENCES `provinces`(`code`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE TABLE `provinces` (\n\t`code` text PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`database_url` text NOT NULL,\n\t`sealed_token` text,\n\t`suspended_at` text,\n\t`created_at` text NOT NULL\n);",
      "CREATE TABLE `session` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`expires_at` integer NOT NULL,\n\t`token` text NOT NULL,\n\t`created_at` integer DEFAULT (cast(unixepoch('subsecond') * 1000 as integer)) NOT NULL,\n\t`updated_at` integer DEFAULT (cast(unixepoch('subsecond') * 1000 as integer)) NOT NULL,\n\t`ip_address` text,\n\t`user_agent` text,\n\t`user_id` text NOT NULL,\n\tFOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade\n);",
      "CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);",
      "CREATE INDEX `session_user_id` ON `session` (`user_id`);",
      "CREATE TABLE `user` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`email` text NOT NULL,\n\t`email_verified` integer DEFAULT false NOT NULL,\n\t`image` text,\n\t`created_at` integer DEFAULT (cast(unixepoch('subsecond') * 1000 as integer)) NOT NULL,\n\t`updated_at` integer DEFAULT (cast(unixepoch('subsecond') * 1000 as integer)) NOT NULL\n);",
      "CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);",
      "CREATE TABLE `verification` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`identifier` text NOT NULL,\n\t`value` text NOT NULL,\n\t`expires_at` integer NOT NULL,\n\t`created_at` integer DEFAULT (cast(unixepoch('subsecond') * 1000 as integer)) NOT NULL,\n\t`updated_at` integer DEFAULT (cast(unixepoch('subsecond') * 1000 as integer)) NOT NULL\n);",
      "CREATE INDEX `verification_identifier` ON `verification` (`identifier`);"
    ]
  },
  {
    "tag": "0001_trust",
    "when": 1795752523190,
    "statements": [
      "CREATE TABLE `events` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`at` text NOT NULL,\n\t`actor_kind` text NOT NULL,\n\t`actor_id` text NOT NULL,\n\t`actor_role` text,\n\t`act` text NOT NULL,\n\t`subject` text NOT NULL,\n\t`request_id` text NOT NULL,\n\t`detail` text NOT NULL,\n\t`before_hash` text,\n\t`after_hash` text\n);",
      "CREATE INDEX `events_subject` ON `events` (`subject`);",
      "CREATE TABLE `invitations` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`purpose` text NOT NULL,\n\t`token_hash` text NOT NULL,\n\t`email` text,\n\t`name` text,\n\t`roles` text NOT NULL,\n\t`created_by` text,\n\t`created_at` text NOT NULL,\n\t`expires_at` text NOT NULL,\n\t`accepted_at` text,\n\t`accepted_by` text,\n\t`revoked_at` text\n);",
      "CREATE UNIQUE INDEX `invitations_token_hash_unique` ON `invitations` (`token_hash`);",
      "CREATE INDEX `invitations_email` ON `invitations` (`email`);",
      "CREATE TABLE `passkey` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`name` text,\n\t`public_key` text NOT NULL,\n\t`user_id` text NOT NULL,\n\t`credential_id` text NOT NULL,\n\t`counter` integer NOT NULL,\n\t`device_type` text NOT NULL,\n\t`backed_up` integer NOT NULL,\n\t`transports` text,\n\t`created_at` integer DEFAULT (cast(unixepoch('subsecond') * 1000 as integer)),\n\t`aaguid` text,\n\tFOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade\n);",
      "CREATE INDEX `passkey_user_id` ON `passkey` (`user_id`);",
      "CREATE UNIQUE INDEX `passkey_credential_id` ON `passkey` (`credential_id`);",
      "CREATE TABLE `platform_roles` (\n\t`user_id` text NOT NULL,\n\t`role` text NOT NULL,\n\t`created_at` text NOT NULL,\n\tPRIMARY KEY(`user_id`, `role`),\n\tFOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade\n);",
      "CREATE TABLE `rate_limit` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`key` text NOT NULL,\n\t`count` integer NOT NULL,\n\t`last_request` integer NOT NULL\n);",
      "CREATE UNIQUE INDEX `rate_limit_key_unique` ON `rate_limit` (`key`);",
      "CREATE TABLE `two_factor` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`secret` text NOT NULL,\n\t`backup_codes` text NOT NULL,\n\t`user_id` text NOT NULL,\n\t`verified` integer DEFAULT true NOT NULL,\n\t`failed_verification_count` integer DEFAULT 0 NOT NULL,\n\t`locked_until` integer,\n\tFOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade\n);",
      "CREATE INDEX `two_factor_user_id` ON `two_factor` (`user_id`);",
      "ALTER TABLE `session` ADD `roles` text DEFAULT '{}' NOT NULL;",
      "ALTER TABLE `user` ADD `two_factor_enabled` integer DEFAULT false NOT NULL;"
    ]
  },
  {
    "tag": "0002_audit",
    "when": 1795753658418,
    "statements": [
      "CREATE TABLE `audit_seals` (\n\t`number` integer PRIMARY KEY NOT NULL,\n\t`first_seq` integer NOT NULL,\n\t`last_seq` integer NOT NULL,\n\t`events` integer NOT NULL,\n\t`prints` text NOT NULL,\n\t`sealed_at` text NOT NULL,\n\t`hash` text NOT NULL,\n\t`key_id` text NOT NULL,\n\t`signature` text NOT NULL\n);",
      "-- Numbered in the order in which they were written: SQLite gives numbers that are not used again.\nCREATE TABLE `__new_events` (\n\t`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,\n\t`id` text NOT NULL,\n\t`at` text NOT NULL,\n\t`actor_kind` text NOT NULL,\n\t`actor_id` text NOT NULL,\n\t`actor_role` text,\n\t`act` text NOT NULL,\n\t`subject` text NOT NULL,\n\t`request_id` text NOT NULL,\n\t`detail` text NOT NULL,\n\t`before_hash` text,\n\t`after_hash` text\n);",
      "INSERT INTO `__new_events`(\"id\", \"at\", \"actor_kind\", \"actor_id\", \"actor_role\", \"act\", \"subject\", \"request_id\", \"detail\", \"before_hash\", \"after_hash\") SELECT \"id\", \"at\", \"actor_kind\", \"actor_id\", \"actor_role\", \"act\", \"subject\", \"request_id\", \"detail\", \"before_hash\", \"after_hash\" FROM `events` ORDER BY rowid;",
      "DROP TABLE `events`;",
      "ALTER TABLE `__new_events` RENAME TO `events`;",
      "CREATE UNIQUE INDEX `events_id_unique` ON `events` (`id`);",
      "CREATE INDEX `events_subject` ON `events` (`subject`);",
      "CREATE INDEX `events_act` ON `events` (`act`);",
      "CREATE INDEX `events_actor` ON `events` (`actor_id`);",
      "CREATE INDEX `events_at` ON `events` (`at`);",
      "-- What is recorded stays as it was recorded. REPLACE deletes without asking a delete trigger, hence the third of each.\nCREATE TRIGGER events_never_change BEFORE UPDATE ON events\nBEGIN\n  SELECT RAISE(ABORT, 'append-only:events');\nEND;",
      "CREATE TRIGGER events_never_go BEFORE DELETE ON events\nBEGIN\n  SELECT RAISE(ABORT, 'append-only:events');\nEND;",
      "CREATE TRIGGER events_never_replaced BEFORE INSERT ON events\n  WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id OR seq = NEW.seq)\nBEGIN\n  SELECT RAISE(ABORT, 'append-only:events');\nEND;",
      "CREATE TRIGGER audit_seals_never_change BEFORE UPDATE ON audit_seals\nBEGIN\n  SELECT RAISE(ABORT, 'append-only:audit_seals');\nEND;",
      "CREATE TRIGGER audit_seals_never_go BEFORE DELETE ON audit_seals\nBEGIN\n  SELECT RAISE(ABORT, 'append-only:audit_seals');\nEND;"
    ]
  },
  {
    "tag": "0003_proof",
    "when": 1795754880757,
    "statements": [
      "ALTER TABLE `session` ADD `authenticated_at` integer;"
    ]
  },
  {
    "tag": "0004_fleet",
    "when": 1795755340666,
    "statements": [
      "ALTER TABLE `provinces` ADD `token_rotated_at` text;",
      "ALTER TABLE `provinces` ADD `database_host` text;",
      "ALTER TABLE `provinces` ADD `database_name` text;",
      "ALTER TABLE `provinces` ADD `database_group` text;",
      "ALTER TABLE `provinces` ADD `schema_version` integer DEFAULT 0 NOT NULL;",
      "ALTER TABLE `provinces` ADD `delete_after` text;",
      "ALTER TABLE `provinces` ADD `deleted_at` text;",
      "ALTER TABLE `provinces` ADD `job` text;",
      "ALTER TABLE `provinces` ADD `job_step` text;",
      "ALTER TABLE `provinces` ADD `job_lease` text;",
      "ALTER TABLE `provinces` ADD `job_error` text;",
      "ALTER TABLE `provinces` ADD `job_changed_at` text;",
      "-- As in a province's database (migrations/province/0001_precondition.sql): aborts a batch whose writer's expectation failed.\nCREATE VIEW IF NOT EXISTS precondition (holds, code) AS SELECT 1, '' WHERE 0;",
      "CREATE TRIGGER IF NOT EXISTS precondition_failed INSTEAD OF INSERT ON precondition WHEN NEW.holds IS NOT 1\nBEGIN\n  SELECT CASE NEW.code\n    WHEN 'revision' THEN RAISE(ABORT, 'precondition:revision')\n    WHEN 'state' THEN RAISE(ABORT, 'precondition:state')\n    ELSE RAISE(ABORT, 'precondition:other')\n  END;\nEND;"
    ]
  },
  {
    "tag": "0005_sign_in_tries",
    "when": 1795756355039,
    "statements": [
      "CREATE TABLE `sign_in_tries` (\n\t`key` text PRIMARY KEY NOT NULL,\n\t`failures` integer NOT NULL,\n\t`locked_until` text,\n\t`proved_at` text,\n\t`at` text NOT NULL\n);"
    ]
  },
  {
    "tag": "0006_one_time_links",
    "when": 1795764481805,
    "statements": [
      "ALTER TABLE `invitations` ADD `user_id` text REFERENCES user(id) ON DELETE CASCADE;",
      "ALTER TABLE `invitations` ADD `removes_second_factor` integer DEFAULT false NOT NULL;"
    ]
  },
  {
    "tag": "0007_second_factors",
    "when": 1795766420306,
    "statements": [
      "ALTER TABLE `session` ADD `factor` text;",
      "ALTER TABLE `two_factor` ADD `last_used_step` integer;"
    ]
  }
];

export const provinceMigrations: Migration[] = [
  {
    "tag": "0000_start",
    "when": 1795332201313,
    "statements": [
      "CREATE TABLE `api_keys` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`key_hash` text NOT NULL,\n\t`scopes` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`expires_at` text,\n\t`revoked_at` text\n);",
      "CREATE UNIQUE INDEX `api_keys_key_hash_unique` ON `api_keys` (`key_hash`);",
      "CREATE TABLE `events` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`at` text NOT NULL,\n\t`actor_kind` text NOT NULL,\n\t`actor_id` text NOT NULL,\n\t`act` text NOT NULL,\n\t`subject` text NOT NULL,\n\t`request_id` text NOT NULL,\n\t`detail` text NOT NULL\n);",
      "CREATE TABLE `form_versions` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`form_id` text NOT NULL,\n\t`number` integer NOT NULL,\n\t`document` text NOT NULL,\n\t`hash` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`published_at` text,\n\tFOREIGN KEY (`form_id`) REFERENCES `forms`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE UNIQUE INDEX `form_versions_number` ON `form_versions` (`form_id`,`number`);",
      "CREATE UNIQUE INDEX `form_versions_hash` ON `form_versions` (`form_id`,`hash`);",
      "CREATE TABLE `forms` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`key` text NOT NULL,\n\t`created_at` text NOT NULL\n);",
      "CREATE UNIQUE INDEX `forms_key_unique` ON `forms` (`key`);",
      "CREATE TABLE `links` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`round_id` text NOT NULL,\n\t`unit_id` text NOT NULL,\n\t`commune_id` text NOT NULL,\n\t`token_hash` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`expires_at` text NOT NULL,\n\t`revoked_at` text,\n\t`last_used_at` text,\n\tFOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE UNIQUE INDEX `links_token_hash_unique` ON `links` (`token_hash`);",
      "CREATE INDEX `links_round` ON `links` (`round_id`,`unit_id`);",
      "CREATE TABLE `responses` (\n\t`round_id` text NOT NULL,\n\t`unit_id` text NOT NULL,\n\t`commune_id` text NOT NULL,\n\t`answers` text NOT NULL,\n\t`raw` text NOT NULL,\n\t`revision` integer NOT NULL,\n\t`saved_at` text NOT NULL,\n\t`link_id` text NOT NULL,\n\tPRIMARY KEY(`round_id`, `unit_id`)\n);",
      "CREATE INDEX `responses_commune` ON `responses` (`round_id`,`commune_id`);",
      "CREATE TABLE `round_units` (\n\t`round_id` text NOT NULL,\n\t`unit_id` text NOT NULL,\n\t`commune_id` text NOT NULL,\n\t`level` text NOT NULL,\n\t`kind_label` text NOT NULL,\n\t`name` text NOT NULL,\n\t`code` text,\n\t`attributes` text NOT NULL,\n\t`position` integer NOT NULL,\n\tPRIMARY KEY(`round_id`, `unit_id`),\n\tFOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `round_units_commune` ON `round_units` (`round_id`,`commune_id`,`position`);",
      "CREATE TABLE `rounds` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`kind` text NOT NULL,\n\t`form_version_id` text NOT NULL,\n\t`closes_at` text,\n\t`opened_at` text,\n\t`closed_at` text,\n\t`units_hash` text,\n\t`created_at` text NOT NULL,\n\tFOREIGN KEY (`form_version_id`) REFERENCES `form_versions`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE TABLE `scorecards` (\n\t`round_id` text NOT NULL,\n\t`commune_id` text NOT NULL,\n\t`inputs_version` integer NOT NULL,\n\t`ready` integer,\n\t`index` real,\n\t`document` text NOT NULL,\n\t`form_hash` text NOT NULL,\n\t`units_hash` text NOT NULL,\n\t`answers_hash` text NOT NULL,\n\t`engine_version` text NOT NULL,\n\t`scored_at` text NOT NULL,\n\tPRIMARY KEY(`round_id`, `commune_id`)\n);",
      "CREATE TABLE `submissions` (\n\t`round_id` text NOT NULL,\n\t`commune_id` text NOT NULL,\n\t`inputs_version` integer NOT NULL,\n\t`submitted_at` text,\n\t`reference` text,\n\t`reasons` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\tPRIMARY KEY(`round_id`, `commune_id`)\n);",
      "CREATE UNIQUE INDEX `submissions_reference` ON `submissions` (`reference`);",
      "CREATE TABLE `units` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`level` text NOT NULL,\n\t`kind_label` text NOT NULL,\n\t`name` text NOT NULL,\n\t`code` text,\n\t`parent_id` text,\n\t`attributes` text NOT NULL,\n\t`created_at` text NOT NULL\n);",
      "CREATE INDEX `units_parent` ON `units` (`parent_id`);"
    ]
  },
  {
    "tag": "0001_precondition",
    "when": 1795332202256,
    "statements": [
      "-- A write is one batch and one transaction. `INSERT INTO precondition (holds, code) SELECT …` as one of its statements\n-- aborts the whole batch with the code when what the writer expected no longer holds. The view stores nothing.\nCREATE VIEW precondition (holds, code) AS SELECT 1, '' WHERE 0;",
      "CREATE TRIGGER precondition_failed INSTEAD OF INSERT ON precondition WHEN NEW.holds IS NOT 1\nBEGIN\n  SELECT CASE NEW.code\n    WHEN 'revision' THEN RAISE(ABORT, 'precondition:revision')\n    WHEN 'state' THEN RAISE(ABORT, 'precondition:state')\n    ELSE RAISE(ABORT, 'precondition:other')\n  END;\nEND;"
    ]
  },
  {
    "tag": "0002_results_version",
    "when": 1795336623870,
    "statements": [
      "ALTER TABLE `rounds` ADD `results_version` integer DEFAULT 0 NOT NULL;"
    ]
  },
  {
    "tag": "0003_earlier_rounds",
    "when": 1795336874536,
    "statements": [
      "CREATE TABLE `lineage` (\n\t`predecessor_id` text NOT NULL,\n\t`successor_id` text NOT NULL,\n\t`extent` text NOT NULL,\n\t`date` text NOT NULL,\n\t`legal_act` text NOT NULL,\n\tPRIMARY KEY(`predecessor_id`, `successor_id`),\n\tFOREIGN KEY (`predecessor_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,\n\tFOREIGN KEY (`successor_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `lineage_successor` ON `lineage` (`successor_id`);",
      "ALTER TABLE `rounds` ADD `previous_round_id` text;",
      "ALTER TABLE `rounds` ADD `baseline_round_id` text;"
    ]
  },
  {
    "tag": "0004_collecting",
    "when": 1795342291867,
    "statements": [
      "CREATE TABLE `recognition_files` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`unit_id` text NOT NULL,\n\t`round_id` text NOT NULL,\n\t`revision` integer NOT NULL,\n\t`created_at` text NOT NULL,\n\tFOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,\n\tFOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `recognition_files_unit` ON `recognition_files` (`unit_id`);",
      "CREATE TABLE `recognition_steps` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`file_id` text NOT NULL,\n\t`step` text NOT NULL,\n\t`round_id` text,\n\t`decision_number` text NOT NULL,\n\t`decision_date` text NOT NULL,\n\t`office` text NOT NULL,\n\t`note` text,\n\t`at` text NOT NULL,\n\t`actor_id` text NOT NULL,\n\tFOREIGN KEY (`file_id`) REFERENCES `recognition_files`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `recognition_steps_file` ON `recognition_steps` (`file_id`);",
      "CREATE TABLE `response_revisions` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`round_id` text NOT NULL,\n\t`unit_id` text NOT NULL,\n\t`revision` integer NOT NULL,\n\t`form_version_id` text NOT NULL,\n\t`changes` text NOT NULL,\n\t`raw_changes` text NOT NULL,\n\t`saved_at` text NOT NULL,\n\t`link_id` text NOT NULL\n);",
      "CREATE UNIQUE INDEX `response_revisions_unit` ON `response_revisions` (`round_id`,`unit_id`,`revision`);",
      "CREATE TABLE `calendar_feeds` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`token_hash` text NOT NULL,\n\t`created_at` text NOT NULL,\n\t`revoked_at` text\n);",
      "CREATE UNIQUE INDEX `calendar_feeds_token_hash_unique` ON `calendar_feeds` (`token_hash`);",
      "CREATE TABLE `reminders` (\n\t`round_id` text NOT NULL,\n\t`commune_id` text NOT NULL,\n\t`kind` text NOT NULL,\n\t`due_at` text NOT NULL,\n\t`mailed_at` text,\n\tPRIMARY KEY(`round_id`, `commune_id`, `kind`),\n\tFOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE TABLE `review_comments` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`step_id` text NOT NULL,\n\t`round_id` text NOT NULL,\n\t`commune_id` text NOT NULL,\n\t`unit_id` text,\n\t`question` text,\n\t`text` text NOT NULL,\n\t`created_at` text NOT NULL,\n\tFOREIGN KEY (`step_id`) REFERENCES `submission_steps`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `review_comments_commune` ON `review_comments` (`round_id`,`commune_id`);",
      "CREATE TABLE `submission_steps` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`round_id` text NOT NULL,\n\t`commune_id` text NOT NULL,\n\t`kind` text NOT NULL,\n\t`at` text NOT NULL,\n\t`actor_kind` text NOT NULL,\n\t`actor_id` text NOT NULL,\n\t`revisions` text,\n\t`detail` text NOT NULL\n);",
      "CREATE INDEX `submission_steps_commune` ON `submission_steps` (`round_id`,`commune_id`,`at`);",
      "CREATE TABLE `unit_boundaries` (\n\t`unit_id` text PRIMARY KEY NOT NULL,\n\t`geometry` text NOT NULL,\n\t`updated_at` text NOT NULL,\n\tFOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE TABLE `unit_kinds` (\n\t`level` text NOT NULL,\n\t`label` text NOT NULL,\n\t`position` integer NOT NULL,\n\tPRIMARY KEY(`level`, `label`)\n);",
      "CREATE TABLE `unit_versions` (\n\t`unit_id` text NOT NULL,\n\t`valid_from` text NOT NULL,\n\t`valid_to` text,\n\t`kind_label` text NOT NULL,\n\t`name` text NOT NULL,\n\t`code` text,\n\t`parent_id` text,\n\t`attributes` text NOT NULL,\n\t`contact_email` text,\n\t`search_key` text NOT NULL,\n\t`legal_act` text,\n\t`created_at` text NOT NULL,\n\tPRIMARY KEY(`unit_id`, `valid_from`),\n\tFOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action\n);",
      "CREATE INDEX `unit_versions_parent` ON `unit_versions` (`parent_id`);",
      "CREATE INDEX `unit_versions_code` ON `unit_versions` (`code`);",
      "ALTER TABLE `lineage` ADD `kind` text DEFAULT 'merge' NOT NULL;",
      "ALTER TABLE `links` ADD `pin_hash` text;",
      "ALTER TABLE `links` ADD `pin_failures` integer DEFAULT 0 NOT NULL;",
      "ALTER TABLE `links` ADD `pin_locked_until` text;",
      "ALTER TABLE `links` ADD `created_by` text;",
      "ALTER TABLE `responses` ADD `form_version_id` text DEFAULT '' NOT NULL;",
      "ALTER TABLE `round_units` ADD `added_at` text;",
      "ALTER TABLE `rounds` ADD `period_from` text;",
      "ALTER TABLE `rounds` ADD `period_to` text;",
      "ALTER TABLE `rounds` ADD `opens_at` text;",
      "ALTER TABLE `rounds` ADD `deadline_day` text;",
      "ALTER TABLE `rounds` ADD `deadline_bound` text;",
      "ALTER TABLE `rounds` ADD `due_at` text;",
      "ALTER TABLE `rounds` ADD `late_submissions` text DEFAULT 'refuse' NOT NULL;",
      "ALTER TABLE `rounds` ADD `archived_at` text;",
      "ALTER TABLE `rounds` ADD `opening_problem` text;",
      "ALTER TABLE `rounds` ADD `revision` integer DEFAULT 1 NOT NULL;",
      "ALTER TABLE `scorecards` ADD `figures` text DEFAULT '{}' NOT NULL;",
      "ALTER TABLE `submissions` ADD `revision` integer DEFAULT 1 NOT NULL;",
      "ALTER TABLE `submissions` ADD `late` integer DEFAULT false NOT NULL;",
      "ALTER TABLE `submissions` ADD `returned_at` text;",
      "ALTER TABLE `submissions` ADD `verified_at` text;",
      "ALTER TABLE `submissions` ADD `verified_by` text;",
      "ALTER TABLE `submissions` ADD `assigned_to` text;",
      "ALTER TABLE `submissions` ADD `extended_until` text;",
      "ALTER TABLE `units` ADD `revision` integer DEFAULT 1 NOT NULL;",
      "CREATE INDEX `events_subject` ON `events` (`subject`);",
      "-- What every unit was so far becomes its first version. What it was called is folded as worker/units/search-key.ts does, letter\n-- by letter: SQLite's parser takes no expression that is deep enough for all at once.\nINSERT INTO unit_versions (unit_id, valid_from, valid_to, kind_label, name, code, parent_id, attributes, search_key, created_at)\n  SELECT id, substr(created_at, 1, 10),\n    (SELECT max(min(l.date), substr(units.created_at, 1, 10)) FROM lineage l WHERE l.predecessor_id = units.id),\n    kind_label, name, code, parent_id, attributes, lower(name || coalesce(' ' || code, '')), created_at\n  FROM units;",
      "UPDATE unit_versions SET search_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(search_key, 'À', 'a'), 'Á', 'a'), 'Â', 'a'), 'Ã', 'a'), 'à', 'a'), 'á', 'a'), 'â', 'a'), 'ã', 'a'), 'Ă', 'a'), 'ă', 'a'), 'Ạ', 'a'), 'ạ', 'a'), 'Ả', 'a'), 'ả', 'a'), 'Ấ', 'a'), 'ấ', 'a'), 'Ầ', 'a'), 'ầ', 'a');",
      "UPDATE unit_versions SET search_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(search_key, 'Ẩ', 'a'), 'ẩ', 'a'), 'Ẫ', 'a'), 'ẫ', 'a'), 'Ậ', 'a'), 'ậ', 'a'), 'Ắ', 'a'), 'ắ', 'a'), 'Ằ', 'a'), 'ằ', 'a'), 'Ẳ', 'a'), 'ẳ', 'a'), 'Ẵ', 'a'), 'ẵ', 'a'), 'Ặ', 'a'), 'ặ', 'a');",
      "UPDATE unit_versions SET search_key = replace(replace(search_key, 'Đ', 'd'), 'đ', 'd');",
      "UPDATE unit_versions SET search_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(search_key, 'È', 'e'), 'É', 'e'), 'Ê', 'e'), 'è', 'e'), 'é', 'e'), 'ê', 'e'), 'Ẹ', 'e'), 'ẹ', 'e'), 'Ẻ', 'e'), 'ẻ', 'e'), 'Ẽ', 'e'), 'ẽ', 'e'), 'Ế', 'e'), 'ế', 'e'), 'Ề', 'e'), 'ề', 'e'), 'Ể', 'e'), 'ể', 'e');",
      "UPDATE unit_versions SET search_key = replace(replace(replace(replace(search_key, 'Ễ', 'e'), 'ễ', 'e'), 'Ệ', 'e'), 'ệ', 'e');",
      "UPDATE unit_versions SET search_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(search_key, 'Ì', 'i'), 'Í', 'i'), 'ì', 'i'), 'í', 'i'), 'Ĩ', 'i'), 'ĩ', 'i'), 'Ỉ', 'i'), 'ỉ', 'i'), 'Ị', 'i'), 'ị', 'i');",
      "UPDATE unit_versions SET search_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(search_key, 'Ò', 'o'), 'Ó', 'o'), 'Ô', 'o'), 'Õ', 'o'), 'ò', 'o'), 'ó', 'o'), 'ô', 'o'), 'õ', 'o'), 'Ơ', 'o'), 'ơ', 'o'), 'Ọ', 'o'), 'ọ', 'o'), 'Ỏ', 'o'), 'ỏ', 'o'), 'Ố', 'o'), 'ố', 'o'), 'Ồ', 'o'), 'ồ', 'o');",
      "UPDATE unit_versions SET search_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(search_key, 'Ổ', 'o'), 'ổ', 'o'), 'Ỗ', 'o'), 'ỗ', 'o'), 'Ộ', 'o'), 'ộ', 'o'), 'Ớ', 'o'), 'ớ', 'o'), 'Ờ', 'o'), 'ờ', 'o'), 'Ở', 'o'), 'ở', 'o'), 'Ỡ', 'o'), 'ỡ', 'o'), 'Ợ', 'o'), 'ợ', 'o');",
      "UPDATE unit_versions SET search_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(search_key, 'Ù', 'u'), 'Ú', 'u'), 'ù', 'u'), 'ú', 'u'), 'Ũ', 'u'), 'ũ', 'u'), 'Ư', 'u'), 'ư', 'u'), 'Ụ', 'u'), 'ụ', 'u'), 'Ủ', 'u'), 'ủ', 'u'), 'Ứ', 'u'), 'ứ', 'u'), 'Ừ', 'u'), 'ừ', 'u'), 'Ử', 'u'), 'ử', 'u');",
      "UPDATE unit_versions SET search_key = replace(replace(replace(replace(search_key, 'Ữ', 'u'), 'ữ', 'u'), 'Ự', 'u'), 'ự', 'u');",
      "UPDATE unit_versions SET search_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(search_key, 'Ý', 'y'), 'ý', 'y'), 'Ỳ', 'y'), 'ỳ', 'y'), 'Ỵ', 'y'), 'ỵ', 'y'), 'Ỷ', 'y'), 'ỷ', 'y'), 'Ỹ', 'y'), 'ỹ', 'y');",
      "UPDATE responses SET form_version_id = (SELECT form_version_id FROM rounds WHERE rounds.id = responses.round_id);",
      "-- Of what was saved before revisions were kept, the last state is the first patch.\nINSERT INTO response_revisions (id, round_id, unit_id, revision, form_version_id, changes, raw_changes, saved_at, link_id)\n  SELECT lower(hex(randomblob(16))), round_id, unit_id, revision, form_version_id, answers, raw, saved_at, link_id FROM responses;"
    ]
  },
  {
    "tag": "0005_units_without_versions",
    "when": 1795342292697,
    "statements": [
      "DROP INDEX `units_parent`;",
      "ALTER TABLE `units` DROP COLUMN `kind_label`;",
      "ALTER TABLE `units` DROP COLUMN `name`;",
      "ALTER TABLE `units` DROP COLUMN `code`;",
      "ALTER TABLE `units` DROP COLUMN `parent_id`;",
      "ALTER TABLE `units` DROP COLUMN `attributes`;"
    ]
  },
  {
    "tag": "0006_recognition_basis",
    "when": 1795343603068,
    "statements": [
      "ALTER TABLE `recognition_steps` ADD `answers_hash` text;"
    ]
  },
  {
    "tag": "0007_trust",
    "when": 1795752523808,
    "statements": [
      "CREATE TABLE `settings` (\n\t`id` integer PRIMARY KEY NOT NULL,\n\t`withheld_questions` text NOT NULL,\n\t`answers_kept_months` integer,\n\t`revision` integer NOT NULL,\n\t`updated_at` text NOT NULL\n);",
      "ALTER TABLE `api_keys` ADD `last_used_at` text;",
      "ALTER TABLE `api_keys` ADD `allowed_addresses` text;",
      "ALTER TABLE `events` ADD `actor_role` text;",
      "ALTER TABLE `events` ADD `before_hash` text;",
      "ALTER TABLE `events` ADD `after_hash` text;",
      "ALTER TABLE `rounds` ADD `purged_at` text;"
    ]
  },
  {
    "tag": "0008_key_rotation",
    "when": 1795753728512,
    "statements": [
      "ALTER TABLE `api_keys` ADD `previous_hash` text;",
      "ALTER TABLE `api_keys` ADD `previous_ends_at` text;",
      "CREATE UNIQUE INDEX `api_keys_previous_hash_unique` ON `api_keys` (`previous_hash`);"
    ]
  },
  {
    "tag": "0009_audit",
    "when": 1795754331909,
    "statements": [
      "CREATE TABLE `audit_seals` (\n\t`number` integer PRIMARY KEY NOT NULL,\n\t`first_seq` integer NOT NULL,\n\t`last_seq` integer NOT NULL,\n\t`events` integer NOT NULL,\n\t`prints` text NOT NULL,\n\t`sealed_at` text NOT NULL,\n\t`hash` text NOT NULL,\n\t`key_id` text NOT NULL,\n\t`signature` text NOT NULL\n);",
      "-- Numbered in the order in which they were written: SQLite gives numbers that are not used again.\nCREATE TABLE `__new_events` (\n\t`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,\n\t`id` text NOT NULL,\n\t`at` text NOT NULL,\n\t`actor_kind` text NOT NULL,\n\t`actor_id` text NOT NULL,\n\t`actor_role` text,\n\t`act` text NOT NULL,\n\t`subject` text NOT NULL,\n\t`request_id` text NOT NULL,\n\t`detail` text NOT NULL,\n\t`before_hash` text,\n\t`after_hash` text\n);",
      "INSERT INTO `__new_events`(\"id\", \"at\", \"actor_kind\", \"actor_id\", \"actor_role\", \"act\", \"subject\", \"request_id\", \"detail\", \"before_hash\", \"after_hash\") SELECT \"id\", \"at\", \"actor_kind\", \"actor_id\", \"actor_role\", \"act\", \"subject\", \"request_id\", \"detail\", \"before_hash\", \"after_hash\" FROM `events` ORDER BY rowid;",
      "DROP TABLE `events`;",
      "ALTER TABLE `__new_events` RENAME TO `events`;",
      "CREATE UNIQUE INDEX `events_id_unique` ON `events` (`id`);",
      "CREATE INDEX `events_subject` ON `events` (`subject`);",
      "CREATE INDEX `events_act` ON `events` (`act`);",
      "CREATE INDEX `events_actor` ON `events` (`actor_id`);",
      "CREATE INDEX `events_at` ON `events` (`at`);",
      "-- What is recorded stays as it was recorded. REPLACE deletes without asking a delete trigger, hence the third of each.\nCREATE TRIGGER events_never_change BEFORE UPDATE ON events\nBEGIN\n  SELECT RAISE(ABORT, 'append-only:events');\nEND;",
      "CREATE TRIGGER events_never_go BEFORE DELETE ON events\nBEGIN\n  SELECT RAISE(ABORT, 'append-only:events');\nEND;",
      "CREATE TRIGGER events_never_replaced BEFORE INSERT ON events\n  WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id OR seq = NEW.seq)\nBEGIN\n  SELECT RAISE(ABORT, 'append-only:events');\nEND;",
      "CREATE TRIGGER audit_seals_never_change BEFORE UPDATE ON audit_seals\nBEGIN\n  SELECT RAISE(ABORT, 'append-only:audit_seals');\nEND;",
      "CREATE TRIGGER audit_seals_never_go BEFORE DELETE ON audit_seals\nBEGIN\n  SELECT RAISE(ABORT, 'append-only:audit_seals');\nEND;"
    ]
  },
  {
    "tag": "0010_answers_kept_since",
    "when": 1795754697010,
    "statements": [
      "ALTER TABLE `settings` ADD `answers_kept_since` text;"
    ]
  },
  {
    "tag": "0011_masked_scorecards",
    "when": 1795755027253,
    "statements": [
      "ALTER TABLE `scorecards` ADD `masked` text;"
    ]
  },
  {
    "tag": "0012_purged_files",
    "when": 1795756253325,
    "statements": [
      "ALTER TABLE `submissions` ADD `purged_at` text;"
    ]
  },
  {
    "tag": "0013_key_revision",
    "when": 1795763928047,
    "statements": [
      "ALTER TABLE `api_keys` ADD `revision` integer DEFAULT 0 NOT NULL;"
    ]
  },
  {
    "tag": "0014_shown_figures",
    "when": 1795765524062,
    "statements": [
      "ALTER TABLE `scorecards` ADD `shown_figures` text;",
      "ALTER TABLE `submissions` ADD `shown_findings` text DEFAULT '[]' NOT NULL;"
    ]
  }
];
