CREATE TABLE `lineage` (
	`predecessor_id` text NOT NULL,
	`successor_id` text NOT NULL,
	`extent` text NOT NULL,
	`date` text NOT NULL,
	`legal_act` text NOT NULL,
	PRIMARY KEY(`predecessor_id`, `successor_id`),
	FOREIGN KEY (`predecessor_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`successor_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lineage_successor` ON `lineage` (`successor_id`);--> statement-breakpoint
ALTER TABLE `rounds` ADD `previous_round_id` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `baseline_round_id` text;