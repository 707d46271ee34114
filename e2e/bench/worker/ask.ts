/** By what a job has something done outside of its process, and waits for it. */
export type Ask = (what: string) => Promise<void>;
