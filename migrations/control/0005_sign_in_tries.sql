CREATE TABLE `sign_in_tries` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`locked_until` text,
	`proved_at` text,
	`at` text NOT NULL
);
