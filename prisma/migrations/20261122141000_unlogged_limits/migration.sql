-- What is counted here matters for minutes, and is counted for every message: it need not outlive a crash of the
-- database, and so no request waits until it is on the disk.
ALTER TABLE "rate_limits" SET UNLOGGED;
