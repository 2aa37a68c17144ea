ALTER TABLE `session` ADD `factor` text;--> statement-breakpoint
ALTER TABLE `two_factor` ADD `last_used_step` integer;