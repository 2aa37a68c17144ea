ALTER TABLE `invitations` ADD `user_id` text REFERENCES user(id) ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE `invitations` ADD `removes_second_factor` integer DEFAULT false NOT NULL;