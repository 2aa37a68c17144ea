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
  }
];
