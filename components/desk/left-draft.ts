/** Where this tab keeps an answer that was begun and not sent. */
export function leftDraftKey(memberId: string, questionId: string): string {
  return `desk ${memberId} answer ${questionId}`;
}
