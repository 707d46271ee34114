const stepSeconds = 30;

/**
 * How long a question that nobody can take yet will probably wait, in seconds: `position` chats (those of the questions
 * ahead, and one more) must end before its turn, and of `places` running ones, each `chatSeconds` long on average, one
 * ends every `chatSeconds / places`. Exact where chats end at random, as those of the exponential service times of
 * queueing theory do; elsewhere an estimate, so it is rounded up to half minutes. Null where no place exists or no chat
 * was measured.
 */
export function expectedWaitSeconds({
  position,
  places,
  chatSeconds,
}: {
  position: number;
  places: number;
  chatSeconds: number | null;
}): number | null {
  if (places <= 0 || chatSeconds === null) return null;
  return Math.max(1, Math.ceil((position * chatSeconds) / places / stepSeconds)) * stepSeconds;
}
