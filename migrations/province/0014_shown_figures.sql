ALTER TABLE `scorecards` ADD `shown_figures` text;--> statement-breakpoint
ALTER TABLE `submissions` ADD `shown_findings` text DEFAULT '[]' NOT NULL;