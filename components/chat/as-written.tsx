import type { ReactNode } from "react";

/** Sets what somebody wrote apart inside of a sentence of ours, so that it reads in its own direction. */
export const asWritten = (words: ReactNode): ReactNode => <bdi>{words}</bdi>;
