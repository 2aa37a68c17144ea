DROP INDEX `units_parent`;--> statement-breakpoint
ALTER TABLE `units` DROP COLUMN `kind_label`;--> statement-breakpoint
ALTER TABLE `units` DROP COLUMN `name`;--> statement-breakpoint
ALTER TABLE `units` DROP COLUMN `code`;--> statement-breakpoint
ALTER TABLE `units` DROP COLUMN `parent_id`;--> statement-breakpoint
ALTER TABLE `units` DROP COLUMN `attributes`;