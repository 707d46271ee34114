/** The mail of a decision leaves so many seconds later: until then it can be taken back without anybody having read it. */
export const decisionDelaySeconds = 10;

/** The job of a candidate's decision mail. */
export function decisionDelay(candidateId: string): { key: string; seconds: number } {
  return { key: `candidate-decision:${candidateId}`, seconds: decisionDelaySeconds };
}
